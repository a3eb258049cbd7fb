"""sitemap.xml and robots.txt: what machines ask for first."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from site_builder.compose.frame.frame import Frame
from site_builder.compose.output import Output
from site_builder.read.types import Barrier, CaseStudy, CouncilSummary, Item, MandateLetter

_NOT_ON_THE_MAP = ("blob", "layouts/404.html", "layouts/redirect.html", "layouts/withdrawn.html")


@dataclass(frozen=True)
class MapLine:
    """A page in the map of the site."""

    url: str
    changed: str | None


@dataclass(frozen=True)
class SiteMap:
    """Inputs of layouts/sitemap.xml."""

    lines: tuple[MapLine, ...]


@dataclass(frozen=True)
class Robots:
    """Inputs of layouts/robots.txt."""

    site_map: str | None


def machine_files(frame: Frame, pages: Iterable[Output]) -> Iterator[Output]:
    """Yield robots.txt and, for a site that knows its address, sitemap.xml of its pages."""
    root = frame.settings.site_root
    yield Output("robots.txt", "layouts/robots.txt", Robots(f"{root}sitemap.xml" if root else None))
    if root:
        lines = tuple(_lines(frame, root, pages))
        yield Output("sitemap.xml", "layouts/sitemap.xml", SiteMap(lines))


def _lines(frame: Frame, root: str, pages: Iterable[Output]) -> Iterator[MapLine]:
    changed = {frame.addresses.of(item): _changed(item) for item in frame.record.items}
    promises = frame.record.commitments.values()
    changed |= {frame.addresses.of(promise): promise.spoken_of_on for promise in promises}
    for output in pages:
        address = output.path.removesuffix("index.html")
        if output.template not in _NOT_ON_THE_MAP:
            day = changed.get(address)
            yield MapLine(root + address, day.isoformat() if day else None)


def _changed(item: Item) -> dt.date | None:
    """Return the latest day that an item's author stated."""
    days = [change.date for change in item.changes]
    if isinstance(item, CaseStudy | MandateLetter):
        days.append(item.date)
    if isinstance(item, CouncilSummary):
        days.append(item.held_on)
    if isinstance(item, Barrier):
        days.append(item.removed_on or item.named_on)
    return max(days, default=None)
