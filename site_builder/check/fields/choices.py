"""Fields that exclude one another: an entry of a list has one of them, and not two."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from site_builder.read.content import Content
from site_builder.read.problems import Problem
from site_builder.read.source import Source
from site_builder.read.types import CaseStudy, CouncilSummary, Deliberation, Item, Mission
from site_builder.relate.visibility import Viewer


@dataclass(frozen=True)
class _Choice:
    """Fields of the entries of a list, of which an author chooses one."""

    field: str
    """The list."""
    names: tuple[str, ...]
    keep: str
    """What to do when there are two."""
    add: str = ""
    """What to do when there is none; nothing where none is needed."""


_WHERE = ("url", "email", "page")
_KEEP_ONE_END = "Keep the one that people should use first, and tell of the other in `how`."

_CHOICES: Mapping[type[Item], tuple[_Choice, ...]] = {
    CaseStudy: (
        _Choice(
            "voices",
            ("name", "pseudonym"),
            "Keep the name if it may be published, or else the pseudonym.",
        ),
        _Choice(
            "voices",
            ("consent", "source"),
            "Keep `source` if the name and the words were published there, or else `consent`.",
        ),
    ),
    Deliberation: (_Choice("mechanisms", _WHERE, _KEEP_ONE_END),),
    CouncilSummary: (
        _Choice(
            "attendance",
            ("name", "steward"),
            "Keep `steward`, whose page has the name, or `name` for somebody without a page here.",
        ),
    ),
    Mission: (
        _Choice(
            "ways_to_take_part",
            ("until", "standing"),
            "Keep `until` for what ends on a day, or `standing` for what can always be done.",
            "Add `until:` with the last day, or `standing: true` if it can always be done.",
        ),
        _Choice("ways_to_take_part", _WHERE, _KEEP_ONE_END),
    ),
}


def contradicting_fields(content: Content, _viewer: Viewer) -> Iterator[Problem]:
    """Yield each entry with two fields of which it can have one, or with none if it needs one."""
    for item in content.items:
        for choice in _CHOICES.get(type(item), ()):
            yield from _slips(item, choice, content.sources[item.path])


def _slips(item: Item, choice: _Choice, source: Source) -> Iterator[Problem]:
    for number, entry in enumerate(getattr(item, choice.field)):
        chosen = [name for name in choice.names if getattr(entry, name)]
        which = f"Number {number + 1} of `{choice.field}`"
        if len(chosen) > 1:
            at = source.position_of((choice.field, number, chosen[1]), of_key=True)
            what = f"{which} has `{chosen[0]}` and `{chosen[1]}`, but it can have only one."
            yield source.problem(at, "one-too-many", what, choice.keep)
        elif not chosen and choice.add:
            at = source.position_of((choice.field, number))
            what = f"{which} has no {' and no '.join(f'`{name}`' for name in choice.names)}."
            yield source.problem(at, "missing-field", what, choice.add)
