"""Which kinds of files there are: their endings, their media types, and which are never taken."""

from collections.abc import Mapping

FILES, ROOT = "files", "root"
"""The folders of `content/` whose files are published as files."""

MEDIA_TYPES: Mapping[str, str] = {
    "avif": "image/avif",
    "csv": "text/csv",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "epub": "application/epub+zip",
    "geojson": "application/geo+json",
    "gif": "image/gif",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "json": "application/json",
    "m4a": "audio/mp4",
    "mp3": "audio/mpeg",
    "mp4": "video/mp4",
    "odp": "application/vnd.oasis.opendocument.presentation",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "odt": "application/vnd.oasis.opendocument.text",
    "ogg": "audio/ogg",
    "pdf": "application/pdf",
    "png": "image/png",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "srt": "application/x-subrip",
    "svg": "image/svg+xml",
    "tsv": "text/tab-separated-values",
    "txt": "text/plain",
    "vtt": "text/vtt",
    "webm": "video/webm",
    "webp": "image/webp",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "zip": "application/zip",
}
"""Each ending that may stand in `files/` if nobody says otherwise, with its media type."""
UNKNOWN_TYPE = "application/octet-stream"

PROGRAMS = frozenset(
    [
        "apk",
        "app",
        "appimage",
        "bat",
        "bin",
        "cgi",
        "class",
        "cmd",
        "com",
        "command",
        "cpl",
        "deb",
        "dll",
        "dmg",
        "docm",
        "dotm",
        "elf",
        "exe",
        "gadget",
        "hta",
        "htm",
        "html",
        "jar",
        "js",
        "jse",
        "jsp",
        "lnk",
        "mjs",
        "msc",
        "msi",
        "msix",
        "php",
        "phtml",
        "pkg",
        "pl",
        "potm",
        "ppam",
        "ppsm",
        "pptm",
        "ps1",
        "py",
        "pyc",
        "pyz",
        "rb",
        "reg",
        "rpm",
        "run",
        "scr",
        "sh",
        "so",
        "svgz",
        "swf",
        "vb",
        "vbe",
        "vbs",
        "wasm",
        "wsf",
        "xhtml",
        "xht",
        "xlam",
        "xlsm",
        "xltm",
        "xpi",
    ]
)
"""Endings of what a reader's machine would run: no setting lets them into `files/`."""
RUN_BY_MACHINES = PROGRAMS - {"htm", "html", "js", "mjs", "xhtml", "xht"}
"""The same without what browsers read, which a search engine may ask for at the root."""

PACKED_PROGRAMS = RUN_BY_MACHINES - {
    "cgi",
    "class",
    "php",
    "phtml",
    "pl",
    "py",
    "pyc",
    "pyz",
    "rb",
    "reg",
    "sh",
}
"""The same without what runs only for who asks for it: scripts lie beside data for good reasons."""


def ending_of(name: str) -> str:
    """Return the ending of a file's name in small letters and without its dot."""
    return name.rpartition(".")[2].lower() if "." in name else ""


def media_type_of(name: str) -> str:
    """Return the media type of a file by its name."""
    return MEDIA_TYPES.get(ending_of(name), UNKNOWN_TYPE)
