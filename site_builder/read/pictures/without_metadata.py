"""Pictures without what their camera or program noted beside the pixels, which stay as they are.

A picture that is published as a file is not encoded anew: only the parts of the file that hold
notes are left out, so nothing of what is seen changes. How a JPEG lies (a quarter turn) is kept.
"""

import struct
from collections.abc import Callable, Iterator, Mapping

from PIL import ExifTags, Image

_START, _END, _SCAN = 0xD8, 0xD9, 0xDA
_WITHOUT_LENGTH = frozenset({0x01, *range(0xD0, 0xD8)})
_COLOURS = b"ICC_PROFILE\0"
_PNG_NOTES = frozenset({b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"tIME", b"dSIG"})
_WEBP_NOTES = frozenset({b"EXIF", b"XMP "})
_WEBP_SAYS_EXIF, _WEBP_SAYS_XMP = 0x08, 0x04


class CanNotTell(ValueError):
    """The parts of a picture are not where its format has them."""


def without_metadata(data: bytes, ending: str) -> bytes:
    """Return a picture without its notes; a format of which parts are not known stays as it is.

    Raises CanNotTell for one that is cut or broken.
    """
    cleaner = _CLEANERS.get(ending)
    if not cleaner:
        return data
    try:
        return cleaner(data)
    except (IndexError, struct.error) as error:
        raise CanNotTell(str(error)) from error


def can_clean(ending: str) -> bool:
    """Tell whether notes of pictures with an ending can be taken out."""
    return ending in _CLEANERS


def _jpeg(data: bytes) -> bytes:
    """Keep what decodes: no camera's notes, no comment, and no second picture after the first."""
    kept = [data[:2]]
    if turn := _turn(data):
        kept.append(turn)
    for marker, segment in _segments(data):
        if marker == _SCAN or not _is_note(marker, segment):
            kept.append(segment)
    return b"".join(kept)


def _is_note(marker: int, segment: bytes) -> bool:
    if marker == 0xFE:
        return True
    is_colours = marker == 0xE2 and segment[4:].startswith(_COLOURS)
    # APP0 is the picture's own head, and APP14 says how its colours are meant.
    return 0xE1 <= marker <= 0xEF and marker != 0xEE and not is_colours


def _segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    if data[:2] != b"\xff\xd8":
        raise CanNotTell("no JPEG")
    at = 2
    while True:
        while data[at] == 0xFF and data[at + 1] == 0xFF:
            at += 1
        if data[at] != 0xFF:
            raise CanNotTell("no marker")
        marker = data[at + 1]
        if marker == _END:
            yield marker, data[at : at + 2]
            return
        if marker in _WITHOUT_LENGTH:
            end = at + 2
        else:
            end = at + 2 + struct.unpack_from(">H", data, at + 2)[0]
        if marker == _SCAN:
            end = _end_of_scan(data, end)
        yield marker, data[at:end]
        at = end


def _end_of_scan(data: bytes, at: int) -> int:
    """Return where the next marker begins that is none of the scan's own."""
    while True:
        at = data.find(b"\xff", at)
        if at < 0:
            raise CanNotTell("no end")
        following = data[at + 1]
        if following == 0 or 0xD0 <= following <= 0xD7:
            at += 2
        elif following == 0xFF:
            at += 1
        else:
            return at


def _turn(data: bytes) -> bytes:
    """Return the part of a JPEG that says how it lies, alone; nothing where it is upright."""
    for marker, segment in _segments(data):
        if marker == 0xE1 and segment[4:10] == b"Exif\0\0":
            exif = Image.Exif()
            try:
                exif.load(segment[4:])
                turn = exif.get(ExifTags.Base.Orientation)
            except Exception:  # noqa: BLE001 - what a camera wrote can be broken in any way
                return b""
            if turn in range(2, 9):
                alone = Image.Exif()
                alone[ExifTags.Base.Orientation] = turn
                body = alone.tobytes()
                return b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body
    return b""


def _png(data: bytes) -> bytes:
    if not data.startswith(b"\x89PNG\r\n\x1a\n"):
        raise CanNotTell("no PNG")
    kept, at = [data[:8]], 8
    while True:
        length = struct.unpack_from(">I", data, at)[0]
        kind, end = data[at + 4 : at + 8], at + 12 + length
        if end > len(data):
            raise CanNotTell("cut")
        if kind not in _PNG_NOTES:
            kept.append(data[at:end])
        if kind == b"IEND":
            return b"".join(kept)
        at = end


def _webp(data: bytes) -> bytes:
    if data[:4] != b"RIFF" or data[8:12] != b"WEBP":
        raise CanNotTell("no WebP")
    if 8 + struct.unpack_from("<I", data, 4)[0] > len(data):
        raise CanNotTell("cut")
    kept, at = [b"WEBP"], 12
    while at + 8 <= len(data):
        kind, length = struct.unpack_from("<4sI", data, at)
        end = at + 8 + length + length % 2
        chunk = data[at:end]
        if kind == b"VP8X":
            says = chunk[8] & ~(_WEBP_SAYS_EXIF | _WEBP_SAYS_XMP)
            chunk = chunk[:8] + bytes([says]) + chunk[9:]
        if kind not in _WEBP_NOTES:
            kept.append(chunk)
        at = end
    body = b"".join(kept)
    return b"RIFF" + struct.pack("<I", len(body)) + body


_CLEANERS: Mapping[str, Callable[[bytes], bytes]] = {
    "jpeg": _jpeg,
    "jpg": _jpeg,
    "png": _png,
    "webp": _webp,
}
