"""What was published keeps its address and its id: nothing that the ledger records may vanish."""

from collections.abc import Iterator, Mapping

from site_builder.check.permanence.advice import (
    NOT_ITS_OWN,
    back_or_renamed,
    back_or_withdrawn,
    entry_back,
    written_in,
)
from site_builder.read.addresses import Addresses
from site_builder.read.content import Content
from site_builder.read.ledger import Ledger, Recorded
from site_builder.read.problems import Problem, nearest
from site_builder.read.types import CouncilSummary, Item, RegisterEntry, kind_named
from site_builder.read.types.kinds import REGISTER_KINDS
from site_builder.relate.permanence.ids import given_id
from site_builder.relate.permanence.permanence import Answer, answers
from site_builder.relate.permanence.renames import NAMED, Rename, lost_lines, renames
from site_builder.relate.visibility import Sight, Viewer

_REGISTERS = frozenset(kind.name for kind in REGISTER_KINDS)


def broken_promises(content: Content, viewer: Viewer) -> Iterator[Problem]:
    """Yield each recorded address that would vanish, and each recorded id that would change.

    An author's own preview shows what is not finished, so nothing is asked of it.
    """
    ledger = content.ledger
    if not ledger or viewer.sees_drafts:
        return
    found = answers(content, viewer)
    lost = lost_lines(content, found)
    moved = renames(content, lost, found)
    hidden = _hidden(content, viewer)
    for line in lost:
        if not _may_be_unread(line, content):
            fix = _fix_of_lost(line, content, moved.get(line.address), hidden)
            yield ledger.problem(line, "address-lost", _what(line, hidden), fix)
    yield from _changed_ids(content, ledger, found, {line.thing for line in lost})


def _hidden(content: Content, viewer: Viewer) -> Mapping[str, Item]:
    """Return each item that the public does not see, by its address and those of its promises."""
    hidden: dict[str, Item] = {}
    for item in content.items:
        if viewer.sight_of(item) is Sight.HIDDEN:
            hidden[content.addresses.of(item)] = item
            if isinstance(item, CouncilSummary):
                promises = (content.addresses.at("commitment", one.id) for one in item.commitments)
                hidden |= dict.fromkeys(promises, item)
    return hidden


def _what(line: Recorded, hidden: Mapping[str, Item]) -> str:
    what = f"/{line.address} was published, and nothing would answer there any more"
    if item := hidden.get(line.address):
        why = "a draft" if item.status == "draft" else "held back until its `publish_at`"
        return f"{what}: {item.path} is {why}."
    return f"{what}."


def _fix_of_lost(
    line: Recorded, content: Content, rename: Rename | None, hidden: Mapping[str, Item]
) -> str:
    if item := hidden.get(line.address):
        return _fix_of_hidden(item)
    if rename and rename.is_certain:
        written = written_in(rename.thing, rename.aliases, content)
        return f"{written} (`missions check --fix` does it)."
    if line.kind in _REGISTERS:
        return entry_back(line, rename, content)
    if line.kind == "commitment":
        return _fix_of_commitment(line, content)
    if rename and isinstance(rename.thing, Item):
        return back_or_renamed(line, rename, rename.thing, content)
    return back_or_withdrawn(line, content)


def _fix_of_hidden(item: Item) -> str:
    if item.status == "draft":
        gone = "`status: withdrawn` and `withdrawn: {on: the day, reason: the reason}`"
        return f"Take `status: draft` out of it; to take it down, write in its place {gone}."
    return "Tell the build the time with `--now`; or take `publish_at` out, once it has passed."


def _fix_of_commitment(line: Recorded, content: Content) -> str:
    recorded = content.ledger.addresses if content.ledger else frozenset()
    new = {
        made.id: item.path
        for item in content.items
        if isinstance(item, CouncilSummary)
        for made in item.commitments
        if content.addresses.at("commitment", made.id) not in recorded
    }
    near = nearest(line.slug, new)
    back = f"In {new[near]}, put `id: {line.slug}` in the place of `id: {near}`. " if near else ""
    return f"{back}A promise is never taken out; an update says what became of it."


def _may_be_unread(line: Recorded, content: Content) -> bool:
    """Tell whether what answers may be in a file that could not be read: its problem is enough."""
    if line.kind == "commitment":
        return content.may_hide(f"{content.folder}/council", "commitments")
    source = f"{content.folder}/{kind_named(line.kind).source}"
    return content.may_hide(source, "aliases", "slug")


def _changed_ids(
    content: Content, ledger: Ledger, found: Mapping[str, Answer], lost: set[tuple[str, str]]
) -> Iterator[Problem]:
    """Yield each line whose id is another now; one that a lost address explains is left out."""
    for line in ledger.lines:
        answer = found.get(line.address)
        if not answer or not line.is_thing or line.thing in lost:
            continue
        if line.authority and line.authority != ledger.authority:
            what = f"The id of /{line.address} is of another site than those above."
            yield ledger.problem(line, "id-changed", what, NOT_ITS_OWN)
        elif _is_other(line, answer) and not _is_merged(line, answer, content):
            what = f"The id of /{line.address} would change to {_id_of(answer)}."
            fix = _fix_of_id(line, answer, ledger, found, content.addresses)
            yield ledger.problem(line, "id-changed", what, fix)


def _is_other(line: Recorded, answer: Answer) -> bool:
    """Tell whether the thing is another one, or is given another id than it is known by."""
    given = given_id(answer.of) if isinstance(answer.of, Item) else None
    return line.thing != answer.thing or bool(given and line.told_as and given != line.told_as)


def _is_merged(line: Recorded, answer: Answer, content: Content) -> bool:
    """Tell whether an entry of a register went into another one, and leads there now."""
    return (
        isinstance(answer.of, RegisterEntry)
        and line.kind == answer.thing[0]
        and line.address != content.addresses.of(answer.of)
    )


def _id_of(answer: Answer) -> str:
    given = given_id(answer.of) if isinstance(answer.of, Item) else None
    return given or answer.id


def _fix_of_id(
    line: Recorded,
    answer: Answer,
    ledger: Ledger,
    found: Mapping[str, Answer],
    addresses: Addresses,
) -> str:
    """Return how an id becomes what it was: each thing its own file and its first name."""
    thing = answer.of
    if not thing or line.kind != answer.thing[0] or line.kind not in NAMED:
        return NOT_ITS_OWN
    if line.thing == answer.thing:
        return f"Feeds know it as {line.told_as} for ever: take `id` out of {_path(thing)}."
    if answer.thing in ledger.lines_of:
        return (
            f"Two things can not become one: put {_own_path(line, ledger, thing)} back, take "
            f"`{line.slug}` out of the `aliases` of {_path(thing)}, and withdraw the file that you "
            f"put back with `replaced_by: {thing.slug}`."
        )
    at_first = addresses.at(line.kind, line.first_slug)
    first = found.get(at_first)
    names = ", ".join(dict.fromkeys((line.first_slug, *thing.aliases)))
    written = f"Write in {_path(thing)}: aliases: [{names}]"
    if first and first.of and first.of is not thing:
        taken = f"/{at_first} leads to {_path(thing)} for ever"
        return f"{taken}: give {_path(first.of)} another name. {written}"
    return f"Feed readers would show it a second time. {written}"


def _path(thing: Item | RegisterEntry) -> str:
    return thing.path if isinstance(thing, Item) else f"`{thing.slug}`"


def _own_path(line: Recorded, ledger: Ledger, thing: Item | RegisterEntry) -> str:
    """Return the file that a thing had when it was last published."""
    own = next((one.slug for one in ledger.lines_of[line.thing] if one.last), line.first_slug)
    return f"{thing.path.rpartition('/')[0]}/{own}.md" if isinstance(thing, Item) else f"`{own}`"
