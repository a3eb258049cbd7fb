"""The file that puts one occasion into a calendar: where it stands, and when a page offers it."""

from site_builder.compose.frame.frame import Frame
from site_builder.read.types import CouncilSummary, Item
from site_builder.read.types.deliberation import Session
from site_builder.read.types.kinds import kind_of
from site_builder.relate.dated.occasions import Held, last_day
from site_builder.relate.permanence.addresses import address_for

CALENDARS = "_calendars"
"""The id of the list of calendars on the page of all feeds."""


def occasion_file(told_by: Item, held: Held, slug: str) -> str:
    """Return the address of the file that puts one occasion into a calendar.

    `slug` is that of the item that tells of it, or an earlier one.
    """
    name = held.id if isinstance(held, Session) else "event"
    return f"{address_for(kind_of(told_by).name, slug)}{name}.ics"


def to_add(frame: Frame, told_by: Item, held: Held) -> str | None:
    """Return the address of an occasion's file while there is a reason to keep the day free."""
    is_offered = frame.settings.site_url and not held.called_off and not _is_past(frame, held)
    return occasion_file(told_by, held, told_by.slug) if is_offered else None


def _is_past(frame: Frame, held: Held) -> bool:
    """Tell whether an occasion is known to have been held, by the record or by the day."""
    now, told = frame.settings.now, held.public.recording or held.public.transcript
    is_told_of = isinstance(held, CouncilSummary) and held.state != "announced"
    return bool(told or is_told_of or (now and last_day(held) < now.date()))
