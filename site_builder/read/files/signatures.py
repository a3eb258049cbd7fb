"""Whether a file is what its name says, and whether a machine would run it: by its first bytes."""

import re
import zipfile
from collections.abc import Mapping
from pathlib import Path

from site_builder.read.files.kinds import PACKED_PROGRAMS, ending_of

HEAD = 2048
"""How many bytes of a file are looked at."""
_RUNS = (
    (re.compile(rb"MZ"), "a program for Windows"),
    (re.compile(rb"\x7fELF"), "a program for Linux"),
    (re.compile(rb"\xfe\xed\xfa[\xce\xcf]|[\xce\xcf]\xfa\xed\xfe|\xca\xfe\xba\xbe"), "a program"),
    (re.compile(rb"#!"), "a script that a machine can run"),
    (re.compile(rb"\0asm"), "a program"),
)
_MP4 = re.compile(rb".{4}ftyp", re.S)
_ZIP = re.compile(rb"PK(?:\x03\x04|\x05\x06)")
_LOOKS: Mapping[str, re.Pattern[bytes]] = {
    "avif": _MP4,
    "docx": _ZIP,
    "epub": _ZIP,
    "gif": re.compile(rb"GIF8[79]a"),
    "jpeg": re.compile(rb"\xff\xd8\xff"),
    "jpg": re.compile(rb"\xff\xd8\xff"),
    "m4a": _MP4,
    "mp3": re.compile(rb"ID3|\xff[\xe0-\xff]"),
    "mp4": _MP4,
    "odp": _ZIP,
    "ods": _ZIP,
    "odt": _ZIP,
    "ogg": re.compile(rb"OggS"),
    "pdf": re.compile(rb".{0,1024}%PDF-", re.S),
    "png": re.compile(rb"\x89PNG\r\n\x1a\n"),
    "pptx": _ZIP,
    "vtt": re.compile(rb"(?:\xef\xbb\xbf)?WEBVTT"),
    "webm": re.compile(rb"\x1aE\xdf\xa3"),
    "webp": re.compile(rb"RIFF.{4}WEBP", re.S),
    "xlsx": _ZIP,
    "zip": _ZIP,
}
_TEXTS = frozenset({"csv", "geojson", "json", "srt", "tsv", "txt"})
ZIPPED = frozenset(ending for ending, look in _LOOKS.items() if look is _ZIP)
"""Endings of files that are packed folders."""
_MACROS = "vbaproject.bin"


def program_in(head: bytes) -> str:
    """Return what a file is that a machine would run; nothing for any other."""
    return next((what for look, what in _RUNS if look.match(head)), "")


def is_as_named(head: bytes, ending: str) -> bool:
    """Tell whether the first bytes of a file are as its ending says, as far as that is known."""
    if ending in _TEXTS:
        return b"\0" not in head
    look = _LOOKS.get(ending)
    return look is None or look.match(head) is not None


def program_packed_in(file: Path) -> str:
    """Return the first program in a packed folder, by its name there; nothing where none is.

    Raises OSError or zipfile.BadZipFile when it can not be looked into.
    """
    with zipfile.ZipFile(file) as packed:
        for name in packed.namelist():
            if ending_of(name) in PACKED_PROGRAMS or name.lower().endswith(_MACROS):
                return name
    return ""
