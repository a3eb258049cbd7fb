"""What stood below the old name of an item, and what would be empty: both go on answering.

A mission that was renamed has a timeline, and what others subscribed to; each of them has an old
address as well. A place that no story names any more was published once, so its address stays.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from site_builder.compose.frame.frame import Frame
from site_builder.compose.frame.old_addresses import WithdrawnPage, moved
from site_builder.compose.output import Output, page_path
from site_builder.read.types import Mission
from site_builder.relate.permanence.addresses import address_for, address_of
from site_builder.relate.permanence.permanence import published

_EMPTIED = ("place", "partner", "quarter")
"""Kinds of which a page is made whenever something belongs to it."""
_READINGS = ("learning of mission", "unknown of mission")


def emptied_pages(frame: Frame) -> Iterator[Output]:
    """Yield a page at each recorded address of a place, a partner or a quarter with nothing in it.

    That of an entry that is in no register any more is a problem that stopped the build.
    """
    ledger = frame.record.ledger
    lines = [line for line in ledger.lines if line.kind in _EMPTIED] if ledger else []
    filled = published(frame.record, None).keys() if lines else ()
    for address in dict.fromkeys(line.address for line in lines):
        if address not in filled:
            yield _emptied(frame, address)


def _emptied(frame: Frame, address: str) -> Output:
    title, description = frame.say("emptied.title"), frame.say("emptied.description")
    page = frame.unlisted_page(title, address, description)
    inputs = WithdrawnPage(frame.site, page, frame.say("emptied.why"), frame.home)
    return Output(page_path(address), "layouts/withdrawn.html", inputs)


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
            if path not in taken and "/page/" not in path:
                taken.add(path)
                yield _kept(frame, output, path)


def _kept(frame: Frame, output: Output, path: str) -> Output:
    if not path.endswith("index.html"):
        return Output(path, output.template, output.inputs)
    old, new = path.removesuffix("index.html"), output.path.removesuffix("index.html")
    return moved(frame, old, new)


def _old_names(frame: Frame) -> Mapping[str, list[str]]:
    """Return the old addresses below which something may have stood, by the one of today."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for kind, shelf in frame.record.shelves.items():
        for item in shelf.values():
            kinds = (kind, *_READINGS) if isinstance(item, Mission) else (kind,)
            for slug in item.aliases:
                for one in kinds if slug != item.slug else ():
                    today = address_of(item) if one == kind else address_for(one, item.slug)
                    found[today].append(address_for(one, slug))
    return found


def _heads(path: str, olds: Mapping[str, list[str]]) -> Iterator[tuple[str, str]]:
    """Yield each address that a path begins with and that had other names, with each of them."""
    for parent in PurePosixPath(path).parents:
        address = f"{parent}/"
        for old in olds.get(address, ()):
            yield address, old
