"""Characters that no reader can see and some tools can not carry."""

import re

# Not allowed in XML 1.0 at all, or read as the end of a line by some tools and not by others.
_UNPRINTABLE = re.compile(
    "[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
)
_REFERENCE = re.compile(r"&#([0-9]{1,9}|[xX][0-9a-fA-F]{1,9})(?![0-9a-fA-F]);?")


def unprintable(text: str) -> re.Match[str] | None:
    """Return the first character of a text that can not be shown, if there is one."""
    return _UNPRINTABLE.search(text)


def unprintables(text: str) -> list[re.Match[str]]:
    """Return every character of a text that can not be shown."""
    return list(_UNPRINTABLE.finditer(text))


def unprintable_reference(text: str) -> re.Match[str] | None:
    """Return the first &#1; or the like that stands for a character that can not be shown."""
    for reference in _REFERENCE.finditer(text):
        character = _character(reference[1])
        if character is None or unprintable(character):
            return reference
    return None


def _character(number: str) -> str | None:
    """Return the character that a number stands for, as 12 or x0C; nothing when there is none."""
    code = int(number[1:], 16) if number[0] in "xX" else int(number)
    return chr(code) if code <= 0x10FFFF else None


def code_point(character: str) -> str:
    """Return how a character is named where it can not be shown, such as U+0008."""
    return f"U+{ord(character):04X}"


def printable(text: str) -> str:
    """Return one line of text that is safe to print, with � for what can not be shown."""
    return _UNPRINTABLE.sub("\ufffd", text).replace("\n", "\ufffd").replace("\t", " ")
