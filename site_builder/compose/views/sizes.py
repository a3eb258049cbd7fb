"""How large a file is, in words."""

from site_builder.read.theme.words import Words

_KILOBYTE, _MEGABYTE = 1_000, 1_000_000


def size_in_words(words: Words, size: int) -> str:
    """Return how many kilobytes or megabytes a number of bytes is."""
    if size < _MEGABYTE:
        return words.say("data.kilobytes", number=-(-size // _KILOBYTE))
    return words.say("data.megabytes", number=f"{size / _MEGABYTE:.1f}")
