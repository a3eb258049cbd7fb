"""An id tells of one thing for ever: no other text, and no other day, comes under it in silence."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from site_builder.read.content import Content
from site_builder.read.ledger import Last, Ledger, Thing
from site_builder.read.problems import Position, Problem
from site_builder.read.types import Barrier, CouncilSummary, Item, RegisterEntry, kind_named
from site_builder.read.types.fields.dates import Quarter
from site_builder.read.types.kinds import kind_of
from site_builder.relate.permanence.ids import Told, own_day
from site_builder.relate.permanence.likeness import LEAD, OTHER, SAME, letters_of, likeness
from site_builder.relate.permanence.permanence import answers, is_told_anew
from site_builder.relate.visibility import Viewer

_TOLD = "changes: [{date: the day, kind: %s, note: %s}]"


@dataclass(frozen=True)
class _Now:
    """A recorded thing, as it was last published and as it would be."""

    thing: Thing
    of: Item | RegisterEntry
    last: Last
    letters: str

    @property
    def likeness(self) -> float:
        return likeness(self.last.letters, self.letters)


def other_texts(content: Content, viewer: Viewer) -> Iterator[Problem]:
    """Yield each thing under whose name another text or another day stands than was published."""
    ledger = content.ledger
    if not ledger or viewer.sees_drafts:
        return
    shown = _shown(content, viewer, ledger)
    for thing, of in shown.items():
        if isinstance(of, Told):
            yield from _other_day(of, thing, ledger, content)
    texts = [*_texts(shown, content, ledger)]
    for now in texts:
        if now.likeness < SAME:
            yield from _other_text(now, texts, content, ledger)


def _shown(
    content: Content, viewer: Viewer, ledger: Ledger
) -> Mapping[Thing, Item | RegisterEntry]:
    """Return what stands where each thing was last published; nothing of what was withdrawn."""
    found = answers(content, viewer)
    shown: dict[Thing, Item | RegisterEntry] = {}
    for thing, lines in ledger.lines_of.items():
        own = next((line for line in lines if line.last), lines[0])
        answer = found.get(own.address)
        is_gone = answer and isinstance(answer.of, Item) and answer.of.status == "withdrawn"
        if answer and answer.of and answer.thing == thing and not is_gone:
            shown[thing] = answer.of
    return shown


def _texts(
    shown: Mapping[Thing, Item | RegisterEntry], content: Content, ledger: Ledger
) -> Iterator[_Now]:
    for thing, of in shown.items():
        if last := ledger.last_of(thing):
            yield _Now(thing, of, last, letters_of(of, content))


def _other_text(
    now: _Now, texts: list[_Now], content: Content, ledger: Ledger
) -> Iterator[Problem]:
    kept = {one.thing for one in texts if one.likeness >= SAME}
    at = _line(now.of, content)
    if owner := _owner(now, kept, ledger):
        slug = next(one.slug for one in ledger.lines_of[owner] if one.last)
        what = f"The text here was published at /{_address(owner, slug, ledger)}."
        fix = f"An id keeps its text: {_called(now.of, slug)}"
        yield content.sources[at[0]].problem(at[1], "text-moved", what, fix)
    elif isinstance(now.of, Item) and now.likeness <= OTHER and not is_told_anew(now.of, now.last):
        address = content.addresses.of(now.of)
        what = f"Next to nothing is left of the text that was published at /{address}."
        told = _TOLD % ("substantial", "what is new")
        fix = (
            f"If it is the same thing, told anew, write `{told}`. If it is another one: give this "
            f"file another name, and put {now.of.path} back as it was."
        )
        yield content.sources[at[0]].problem(at[1], "text-replaced", what, fix)


def _owner(now: _Now, kept: set[Thing], ledger: Ledger) -> Thing | None:
    """Return the thing that a text was published as, if that is another and has its own no more."""
    alike = {
        thing: likeness(last.letters, now.letters)
        for thing in ledger.lines_of
        if thing[0] == now.thing[0] and thing != now.thing and thing not in kept
        if (last := ledger.last_of(thing))
    }
    best = max(sorted(alike), key=lambda thing: alike[thing], default=None)
    is_sure = best and alike[best] >= SAME and alike[best] - now.likeness >= LEAD
    return best if is_sure else None


def _line(of: Item | RegisterEntry, content: Content) -> tuple[str, Position]:
    if isinstance(of, Item):
        return of.path, Position()
    path = f"{content.folder}/{kind_named(kind_of(of).name).source}"
    return path, content.sources[path].position_of((of.slug,), of_key=True)


def _address(thing: Thing, slug: str, ledger: Ledger) -> str:
    return next(one.address for one in ledger.lines_of[thing] if one.slug == slug)


def _called(of: Item | RegisterEntry, slug: str) -> str:
    if isinstance(of, Item):
        folder = of.path.rpartition("/")[0]
        return f"call {of.path} by its own name again, {folder}/{slug}.md"
    return f"call `{of.slug}` by its own slug again, `{slug}`"


def _other_day(item: Told, thing: Thing, ledger: Ledger, content: Content) -> Iterator[Problem]:
    """Yield a day that is another than was published, until a change tells readers of it."""
    last = ledger.last_of(thing)
    minted = next((line.day for line in ledger.lines_of[thing] if line.day), None)
    before, now = (last.day if last and last.day else minted), own_day(item).isoformat()
    if not before or before == now or is_told_anew(item, last):
        return
    field = _field(item)
    was, is_now = (_quarter(before), _quarter(now)) if field == "quarter" else (before, now)
    what = f"`{field}` is {is_now}, and was published as {was}."
    note = f"'`{field}` is {is_now}; here it was {was} at first.'"
    told = _TOLD % ("correction", note.replace("`", ""))
    fix = f"If {was} was wrong, say so to readers: write `{told}`. If not, put {was} back."
    source = content.sources[item.path]
    yield source.problem(source.position_of((field,)), "day-changed", what, fix)


def _field(item: Told) -> str:
    if isinstance(item, CouncilSummary):
        return "quarter"
    return "named_on" if isinstance(item, Barrier) else "date"


def _quarter(day: str) -> str:
    return str(Quarter(int(day[:4]), (int(day[5:7]) + 2) // 3))
