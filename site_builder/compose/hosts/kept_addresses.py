"""What stood below the old name of a thing, and what would be empty: both go on answering.

A mission that was renamed has a timeline, and what others subscribed to; each of them has an old
address as well. A place that no story names any more was published once, so its address stays, and
so does that of a list with nothing in it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from pathlib import PurePosixPath

from site_builder.compose.frame.frame import Frame
from site_builder.compose.frame.old_addresses import RedirectPage, WithdrawnPage, moved
from site_builder.compose.output import Output, page_path
from site_builder.compose.views.page import Link
from site_builder.read.types import Item, Mission, RegisterEntry
from site_builder.read.types.kinds import kind_of
from site_builder.relate.permanence.permanence import ids_of_site, published
from site_builder.relate.permanence.promised import files_of

_EMPTIED = ("place", "partner", "quarter")
"""Kinds of which a page is made whenever something belongs to it."""
_READINGS = ("learning of mission", "unknown of mission")
_PART = "/page/"
"""What stands before the number of a later part of a list."""


def emptied_pages(frame: Frame) -> Iterator[Output]:
    """Yield a page at each address of a place, a partner or a quarter with nothing left in it.

    That of an entry that is in no register any more is a problem that stopped the build.
    """
    ledger = frame.record.ledger
    lines = [line for line in ledger.lines if line.kind in _EMPTIED] if ledger else []
    ids = ids_of_site(ledger, frame.settings)
    filled = published(frame.record, ids).keys() if lines else ()
    moved_on = {at for entry in frame.record.resting for at in _olds(frame, entry)}
    rested = (frame.addresses.of(entry) for entry in frame.record.resting)
    for address in dict.fromkeys(chain(rested, (line.address for line in lines))):
        if address not in filled and address not in moved_on:
            yield _emptied(frame, address, frame.home)


def _emptied(frame: Frame, address: str, onward: Link) -> Output:
    title, description = frame.say("emptied.title"), frame.say("emptied.description")
    page = frame.unlisted_page(title, address, description)
    inputs = WithdrawnPage(frame.site, page, frame.say("emptied.why"), onward)
    return Output(page_path(address), "layouts/withdrawn.html", inputs)


def emptied_lists(frame: Frame, outputs: Iterable[Output]) -> Iterator[Output]:
    """Yield a page at each recorded address below another page at which nothing is made any more.

    A state that no barrier is in, a letter that no title begins with, a timeline of what was
    withdrawn: nobody lost it by a slip. A part of a list leads to the list. What stands alone is
    not made up: if it is missing, the build stops.
    """
    ledger = frame.record.ledger
    pages = {one.path: one for one in outputs if one.path.endswith("index.html")}
    for line in ledger.lines if ledger else ():
        for path in files_of(line.address) if line.kind in ("page", "feed") else ():
            if path in pages or not path.endswith("index.html"):
                continue
            if above := _above(path, pages):
                address, to = path.removesuffix("index.html"), _address(above)
                if _PART in address or isinstance(above.inputs, RedirectPage):
                    yield moved(frame, address, to)
                else:
                    yield _emptied(frame, address, Link(above.inputs.page.title, to))


def _above(path: str, pages: Mapping[str, Output]) -> Output | None:
    """Return the nearest page above one; the home page is above all, and tells of nothing."""
    folders = [*PurePosixPath(path).parents][1:-1]
    return next((pages[at] for one in folders if (at := f"{one}/index.html") in pages), None)


def _address(above: Output) -> str:
    """Return where a page is, or where it leads on to."""
    if isinstance(above.inputs, RedirectPage):
        return above.inputs.to.address
    return above.path.removesuffix("index.html")


def below_old_names(frame: Frame, outputs: Iterable[Output]) -> Iterator[Output]:
    """Yield what answers at the old address of each page and file below an item.

    A page leads on; a file stands there as well, for what asks for it may not follow. Later parts
    of lists change with every story, so they are left out.
    """
    olds, outputs = _old_names(frame), tuple(outputs)
    taken = {output.path for output in outputs}
    for output in outputs if olds else ():
        for address, old in _heads(output.path, olds):
            path = output.path.replace(address, old, 1)
            if path not in taken and _PART not in path:
                taken.add(path)
                yield _kept(frame, output, path)


def _kept(frame: Frame, output: Output, path: str) -> Output:
    if not path.endswith("index.html"):
        return Output(path, output.template, output.inputs)
    old, new = path.removesuffix("index.html"), output.path.removesuffix("index.html")
    return moved(frame, old, new)


def _old_names(frame: Frame) -> Mapping[str, list[str]]:
    """Return the old addresses below which something may have stood, by the one of today."""
    record = frame.record
    shelves = [*record.shelves.values(), record.places, record.partners]
    things = chain(record.withdrawn, record.resting, *(shelf.values() for shelf in shelves))
    found: defaultdict[str, list[str]] = defaultdict(list)
    for thing in things:
        kinds = (kind_of(thing).name, *(_READINGS if isinstance(thing, Mission) else ()))
        for kind in kinds:
            for old in _olds(frame, thing, kind):
                found[frame.addresses.at(kind, thing.slug)].append(old)
    return found


def _olds(frame: Frame, thing: Item | RegisterEntry, kind: str | None = None) -> Iterator[str]:
    """Yield the earlier addresses of a thing, or of what there is of a kind about it."""
    for slug in thing.aliases:
        if slug != thing.slug:
            yield frame.addresses.at(kind or kind_of(thing).name, slug)


def _heads(path: str, olds: Mapping[str, list[str]]) -> Iterator[tuple[str, str]]:
    """Yield each address that a path begins with and that had other names, with each of them."""
    for parent in PurePosixPath(path).parents:
        address = f"{parent}/"
        for old in olds.get(address, ()):
            yield address, old
