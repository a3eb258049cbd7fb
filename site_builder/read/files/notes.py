"""What a file says of the people who made it, beside what it is meant to say.

Programs write the name of whoever used them into documents, and phones the place into films. A
document is published as it is, for a signature in it must hold; so this is told, not taken out.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from lxml import etree
from PIL import ExifTags, Image

from site_builder.read.files.own_file import PART
from site_builder.read.files.signatures import ZIPPED, program_packed_in

_OFFICE = {
    **dict.fromkeys(("docx", "pptx", "xlsx"), "docProps/core.xml"),
    **dict.fromkeys(("odp", "ods", "odt"), "meta.xml"),
}
_PEOPLE = frozenset({"creator", "lastModifiedBy", "initial-creator"})
_LARGEST_NOTES = 1_000_000
_FILMS = frozenset({"m4a", "mp4"})
_PLACE_OF_A_FILM = re.compile(rb"\xa9xyz.{4}[+-]\d\d|com\.apple\.quicktime\.location", re.S)
_PICTURES = frozenset({"avif", "gif"})
Sort = Literal["people", "place", "locked", "program", "broken"]
Note = tuple[Sort, str]
"""What is found in a file, and how it is said after the file's name."""


def notes_in(file: Path, ending: str) -> tuple[Note, ...]:
    """Return what is noted in a file, and what makes it no use or a danger to who opens it."""
    found: list[Note] = []
    try:
        if ending in ZIPPED and (name := program_packed_in(file)):
            found.append(("program", f"has a program in it, {name}"))
        found += _about_people(file, ending)
    except Exception:  # noqa: BLE001 - a document of any program can be broken in any way
        if ending in ZIPPED:
            found.append(("broken", "can not be opened"))
    return tuple(found)


def _about_people(file: Path, ending: str) -> Iterator[Note]:
    if ending == "pdf":
        yield from _in_pdf(file)
    elif ending in _OFFICE:
        yield from _in_office(file, _OFFICE[ending])
    elif ending in _FILMS and _has_place(file):
        yield "place", "says where it was recorded"
    elif ending in _PICTURES:
        yield from _in_picture(file)


def _in_pdf(file: Path) -> Iterator[Note]:
    from pypdf import PdfReader  # noqa: PLC0415 - it takes long to load, and few builds need it

    with file.open("rb") as opened:
        reader = PdfReader(opened, strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            yield "locked", "needs a password"
            return
        about = reader.metadata
        if about and (author := str(about.author or "").strip()):
            yield "people", f"names {_quoted(author)} as its author"


def _in_office(file: Path, inside: str) -> Iterator[Note]:
    with zipfile.ZipFile(file) as packed:
        if inside not in packed.namelist() or packed.getinfo(inside).file_size > _LARGEST_NOTES:
            return
        parser = etree.XMLParser(resolve_entities=False, no_network=True)
        root = etree.parse(io.BytesIO(packed.read(inside)), parser).getroot()
    named = [
        (element.text or "").strip()
        for element in root.iter(etree.Element)
        if etree.QName(element).localname in _PEOPLE
    ]
    if people := list(dict.fromkeys(filter(None, named))):
        yield "people", f"names {' and '.join(map(_quoted, people))} as its author"


def _in_picture(file: Path) -> Iterator[Note]:
    with Image.open(file) as image:
        if image.getexif().get_ifd(ExifTags.IFD.GPSInfo):
            yield "place", "says where it was made"


def _has_place(file: Path) -> bool:
    before = b""
    with file.open("rb") as opened:
        while part := opened.read(PART):
            if _PLACE_OF_A_FILM.search(before + part):
                return True
            before = part[-64:]
    return False


def _quoted(name: str) -> str:
    shown = " ".join(name.split())
    return f'"{shown if len(shown) <= 60 else shown[:59] + "…"}"'
