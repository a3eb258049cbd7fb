"""What people can do for a mission, as pages tell of it."""

from collections.abc import Iterable
from dataclasses import dataclass

from site_builder.compose.frame.frame import Frame
from site_builder.compose.views.page import Link
from site_builder.read.types import Deliberation
from site_builder.read.types.mission import StandingWay, WayToTakePart
from site_builder.relate.people.ways_to_take_part import Way

FROM_DELIBERATIONS = 4
"""How many ways that deliberations left behind the page of a mission shows."""


@dataclass(frozen=True)
class WayView:
    """Something that people can do for a mission; at most one of the three ends is there."""

    title: str
    how: str
    url: str | None
    email: str | None
    page: Link | None
    until: str | None
    """The last day, in words; no clock says whether it has passed."""
    until_datetime: str | None
    origin: Link | None = None
    """The deliberation that it comes from, where that is not plain from the page."""
    is_illustrative: bool = False
    """True when that deliberation is invented."""


def mission_ways(frame: Frame, slug: str) -> tuple[WayView, ...]:
    """Return a mission's own ways, and the first that its deliberations left behind.

    Where no page has the others, all are shown.
    """
    ways = frame.record.ways.get(slug, ())
    own = [one for one in ways if not one.deliberation]
    most = FROM_DELIBERATIONS if frame.take_part else None
    return _views(frame, (*own, *_left_behind(ways)[:most]))


def all_ways(frame: Frame, slug: str) -> Link | None:
    """Return where the ways are that the page of a mission does not show, if there are any."""
    more = len(_left_behind(frame.record.ways.get(slug, ()))) > FROM_DELIBERATIONS
    if not more or not frame.take_part:
        return None
    return Link(frame.say("take_part.all"), f"{frame.take_part.address}#_{slug}")


def standing_ways(frame: Frame, item: Deliberation) -> tuple[WayView, ...]:
    """Return the ways that a deliberation left behind, for its own page."""
    return _views(frame, (Way(way) for way in item.mechanisms))


def _left_behind(ways: Iterable[Way]) -> list[Way]:
    return [one for one in ways if one.deliberation]


def _views(frame: Frame, ways: Iterable[Way], on: str = "") -> tuple[WayView, ...]:
    """Return ways for a page; none of them leads to that page itself."""
    pages = {slug: frame.link_to(page) for slug, page in frame.record.pages.items()}
    pages = {slug: link for slug, link in pages.items() if link.address != on}
    return tuple(_view(frame, one, pages.get(one.way.page or "")) for one in ways)


def _view(frame: Frame, one: Way, page: Link | None) -> WayView:
    way: StandingWay = one.way
    until = way.until if isinstance(way, WayToTakePart) else None
    return WayView(
        title=way.title,
        how=way.how,
        url=way.url,
        email=way.email,
        page=page,
        until=frame.day(until) if until else None,
        until_datetime=until.isoformat() if until else None,
        origin=frame.link_to(one.deliberation) if one.deliberation else None,
        is_illustrative=bool(one.deliberation and one.deliberation.illustrative),
    )
