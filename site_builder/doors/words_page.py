"""The page of the handbook that has every word of the interface, by its key."""

from itertools import groupby

from site_builder.read.theme.words import Words

_ABOUT = """
Each of these is a word or a sentence that no author wrote.
To say one otherwise, name a file of your own as `words` in the settings.
Put only what differs into it, nested as the dots say.
{places} are filled in; a text that ends in `one` or `other` is chosen by its count.
A place with a dot is what the site calls a thing: {mission.many}, or {Mission.many} at the start.
[Names of your own](../operators/terms.md) says how to call it otherwise, under `terms`.
"""


def words_page(words: Words, made: str) -> str:
    """Return a table of all words for each part of the interface; `made` says what made it."""
    parts = ["# Words", made, _ABOUT.strip()]
    for name, entries in groupby(words.entries, lambda entry: entry[0].partition(".")[0]):
        rows = "\n".join(f"| `{key}` | {_cell(text)} |" for key, text in entries)
        parts += [f"## `{name}`", f"| Key | Words |\n| --- | --- |\n{rows}"]
    return "\n\n".join(parts)


def _cell(text: str) -> str:
    """Return words as they are in a cell of a table, whatever signs they have."""
    plain = " ".join(text.split()).replace("|", "\\|").replace("<", "&lt;")
    return plain.replace("*", "\\*").replace("[", "\\[").replace("_", "\\_")
