"""Files of one's own for tests: each whole, and made here."""

import io
import zipfile
from typing import Any

from PIL import ExifTags, Image, PngImagePlugin
from pypdf import PdfWriter

ZIPPED = "docProps/core.xml"
_CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
    'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>{}</dc:creator>'
    "</cp:coreProperties>"
)


def pdf(author: str = "", password: str = "") -> bytes:
    """Return a PDF of one empty page."""
    writer = PdfWriter()
    writer.add_blank_page(72, 72)
    if author:
        writer.add_metadata({"/Author": author})
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


def packed(**files: str) -> bytes:
    """Return a ZIP with files; a name's `__` stands for its dot."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as box:
        for name, text in files.items():
            box.writestr(name.replace("__", "."), text)
    return written.getvalue()


def document(author: str) -> bytes:
    """Return as much of a Word document as says who wrote it."""
    return packed(**{ZIPPED: _CORE.format(author)})


def picture(form: str, turn: int = 6, **options: Any) -> bytes:
    """Return a small picture that says where it was made, and by whom."""
    image = Image.new("RGB", (40, 24), "#804020")
    image.putpixel((3, 4), (10, 200, 30))
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = turn
    exif[ExifTags.Base.Artist] = "Ada Secret"
    exif.get_ifd(ExifTags.IFD.GPSInfo)[1] = "N"
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Author", "Ada Secret")
    if form == "PNG":
        options["pnginfo"] = notes
    written = io.BytesIO()
    image.save(written, form, exif=exif, **options)
    return written.getvalue()


SAFE_SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 2"><path d="M0 0h4v2z"/></svg>'
