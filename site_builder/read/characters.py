"""Characters that no reader can see and some tools can not carry."""

import re

# Not allowed in XML 1.0 at all, or read as the end of a line by some tools and not by others.
_UNPRINTABLE = re.compile(
    "[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
)


def unprintable(text: str) -> re.Match[str] | None:
    """Return the first character of a text that can not be shown, if there is one."""
    return _UNPRINTABLE.search(text)


def code_point(character: str) -> str:
    """Return how a character is named where it can not be shown, such as U+0008."""
    return f"U+{ord(character):04X}"


def printable(text: str) -> str:
    """Return one line of text that is safe to print, with � for what can not be shown."""
    return _UNPRINTABLE.sub("\ufffd", text).replace("\n", "\ufffd").replace("\t", " ")
