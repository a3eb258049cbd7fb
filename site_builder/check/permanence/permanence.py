"""What was published keeps its address and its id: nothing that the ledger records may vanish."""

from collections.abc import Iterator, Mapping

from site_builder.read.content import Content
from site_builder.read.ledger import Ledger, Recorded
from site_builder.read.problems import Problem, nearest
from site_builder.read.types import CouncilSummary, Item, kind_named
from site_builder.read.types.kinds import kind_of
from site_builder.relate.permanence.addresses import address_for, address_of
from site_builder.relate.permanence.permanence import Answer, answers
from site_builder.relate.permanence.renames import ITEMS, Rename, lost_lines, renames
from site_builder.relate.visibility import Sight, Viewer

_TAKE_DOWN = "write in it `status: withdrawn`, and under `withdrawn:` its `on` and `reason`."


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
    put_right = {line.id for line in lost}
    yield from _changed_ids(ledger, found, put_right)


def _hidden(content: Content, viewer: Viewer) -> Mapping[str, Item]:
    """Return each item that the public does not see, by its address and those of its promises."""
    hidden: dict[str, Item] = {}
    for item in content.items:
        if viewer.sight_of(item) is Sight.HIDDEN:
            hidden[address_of(item)] = item
            if isinstance(item, CouncilSummary):
                promises = (address_for("commitment", one.id) for one in item.commitments)
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
    if rename:
        sure = "" if rename.is_certain else "If it has a new name: "
        names = ", ".join(rename.aliases)
        return f"{sure}Write in {rename.item.path}: aliases: [{names}]{_or_back(line, rename)}"
    if line.kind in ITEMS:
        path = f"{content.folder}/{kind_named(line.kind).source}/{line.slug}.md"
        return f"Put {path} back; to take it down, {_TAKE_DOWN}"
    if line.kind == "commitment":
        return _fix_of_commitment(line, content)
    register = f"{content.folder}/{kind_named(line.kind).source}"
    return f"Put `{line.slug}` back in {register}; its `name` may change, its slug may not."


def _fix_of_hidden(item: Item) -> str:
    if item.status == "draft":
        return f"Take `status: draft` out of it; to take it down, {_TAKE_DOWN}"
    return "Tell the build the time with `--now`; or take `publish_at` out, once it has passed."


def _or_back(line: Recorded, rename: Rename) -> str:
    if rename.is_certain:
        return " (`missions check --fix` does it)."
    return f". If not, put {line.slug}.md back; to take it down, {_TAKE_DOWN}"


def _fix_of_commitment(line: Recorded, content: Content) -> str:
    recorded = content.ledger.addresses if content.ledger else frozenset()
    new = {
        made.id: item.path
        for item in content.items
        if isinstance(item, CouncilSummary)
        for made in item.commitments
        if address_for("commitment", made.id) not in recorded
    }
    near = nearest(line.slug, new)
    back = f"In {new[near]}, put `id: {line.slug}` in the place of `id: {near}`. " if near else ""
    return f"{back}A promise is never taken out; an update says what became of it."


def _may_be_unread(line: Recorded, content: Content) -> bool:
    """Tell whether what answers may be in a file that could not be read: its problem is enough."""
    kind = "council summary" if line.kind == "commitment" else line.kind
    folder = f"{content.folder}/{kind_named(kind).source}"
    if line.kind in ITEMS or line.kind == "commitment":
        return any(path.startswith(f"{folder}/") for path in content.unread)
    return any(problem.path == folder for problem in content.problems)


def _changed_ids(
    ledger: Ledger, found: Mapping[str, Answer], put_right: set[str]
) -> Iterator[Problem]:
    """Yield each line whose id is another now; one that a lost address explains is left out."""
    taken = {line.id for line in ledger.lines}
    for line in ledger.lines:
        answer = found.get(line.address)
        if answer and line.id not in answer.ids and line.id not in put_right:
            what = f"The id of /{line.address} would change to {answer.ids[0]}."
            yield ledger.problem(line, "id-changed", what, _fix_of_id(line, answer, taken))


def _fix_of_id(line: Recorded, answer: Answer, taken: set[str]) -> str:
    """Return how an id becomes what it was: each thing its own file, its first name, its day."""
    item, now = answer.item, answer.ids[0]
    if not item or kind_of(item).name != line.kind or now.endswith(line.id.rpartition(",")[2]):
        return "The line itself seems to be wrong; `git log -p` on this file shows what it was."
    if now in taken:
        path = f"{item.path.rpartition('/')[0]}/{line.first_slug}.md"
        return (
            f"Two things can not become one: put {path} back, and withdraw it with `replaced_by`."
        )
    readers = "Feed readers would show it a second time."
    if item.first_slug != line.first_slug:
        names = ", ".join(dict.fromkeys((line.first_slug, *item.aliases)))
        return f"{readers} Write in {item.path}: aliases: [{names}]"
    return f"{readers} Put the first day, {line.day}, back in {item.path}."
