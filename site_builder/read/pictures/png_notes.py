"""The notes in a PNG, which programs make as long as they like: none is read, and none published.

A drawing program may keep a whole project in them. The image library refuses a file for notes
longer than a megabyte, although nothing is wrong with its pixels.
"""

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_NOTES = (b"tEXt", b"zTXt", b"iTXt")


def without_notes(data: bytes) -> bytes:
    """Return a PNG without its notes; whatever is no PNG, or cut short, stays as it is."""
    if not data.startswith(_SIGNATURE) or not any(kind in data for kind in _NOTES):
        return data
    kept, at = [_SIGNATURE], len(_SIGNATURE)
    while at + 12 <= len(data):
        end = at + 12 + int.from_bytes(data[at : at + 4], "big")
        if data[at + 4 : at + 8] not in _NOTES:
            kept.append(data[at:end])
        at = end
    return b"".join([*kept, data[at:]])
