"""A file with everything mended that has one right answer, and what that was.

Each mend is a pure function from a file to edits of it. They are made in the order of the table,
round after round until nothing is left to mend, so that a mended file is left as it is.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from site_builder.check.mending import markup, values, white_space, words_of_images
from site_builder.check.mending.edits import Edit, applied
from site_builder.check.mending.fields import keeps_the_rest
from site_builder.read.front_matter.front_matter import split
from site_builder.read.source import Source
from site_builder.read.types.kinds import ITEM_KINDS, Kind

_ROUNDS = 8
_MARK = "\ufeff"


@dataclass(frozen=True)
class Mend:
    """One kind of slip that has one right answer."""

    what: str
    """What was there, in words for its author."""
    find: Callable[[Source, Kind], Iterable[Edit]]
    changes: bool = False
    """Whether it changes what a value of the front matter says."""


MENDS = (
    Mend("line ends of Windows", white_space.line_ends),
    Mend("no-break spaces in front matter", white_space.no_break_spaces, changes=True),
    Mend("curly quotes round a value", values.curly_quotes, changes=True),
    Mend("a value that # cuts short", values.cut_by_hash, changes=True),
    Mend("a date in another order", values.other_dates, changes=True),
    Mend("needless words for an image", values.words_of_lead_images, changes=True),
    Mend("needless words for an image", words_of_images.words_of_images),
    Mend("bullets that begin no list", markup.typed_bullets),
    Mend("attributes that do nothing", markup.needless_attributes),
    Mend("attributes that do nothing", markup.needless_braces),
    Mend("white space at the end of a line", white_space.spaces_in_fields),
    Mend("white space at the end of a line", white_space.spaces_in_text),
    Mend("no end of the last line", white_space.end_of_file),
)


@dataclass(frozen=True)
class Mended:
    """A text after mending."""

    text: str
    changes: Mapping[str, int]
    """How often each kind of slip was put right, in the order of the table."""


def mended(path: str, text: str, kind: Kind) -> Mended:
    """Return the text of a file, as it is on the disk, with all mended that can be."""
    mark, text = _MARK * text.startswith(_MARK), text.removeprefix(_MARK)
    counts: Counter[str] = Counter()
    for _ in range(_ROUNDS):
        before = text
        for mend in MENDS:
            source = _read(path, text, kind)
            edits = _kept(source, mend, _that_change(text, mend.find(source, kind)))
            counts[mend.what] += len(edits)
            text = applied(text, edits)
        if text == before:
            break
    return Mended(mark + text, {what: count for what, count in counts.items() if count})


def _that_change(text: str, edits: Iterable[Edit]) -> list[Edit]:
    return [one for one in edits if text[one.start : one.end] != one.text]


def _read(path: str, text: str, kind: Kind) -> Source:
    if kind in ITEM_KINDS:
        return split(path, text)[0]
    return Source(path, text, 0, len(text), len(text))


def _kept(source: Source, mend: Mend, edits: list[Edit]) -> list[Edit]:
    """Return the edits that leave every other value of the front matter as it was."""
    inside = [one for one in edits if source.yaml_start <= one.start < source.yaml_end]
    if not inside or mend.find is white_space.line_ends or _is_kept(source, mend, inside):
        return edits
    return [one for one in edits if one not in inside or _is_kept(source, mend, [one])]


def _is_kept(source: Source, mend: Mend, edits: list[Edit]) -> bool:
    at = source.yaml_start
    inside = [Edit(one.start - at, one.end - at, one.text) for one in edits]
    most = len(edits) if mend.changes else 0
    return keeps_the_rest(source.fields, applied(source.fields, inside), most)
