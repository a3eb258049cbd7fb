"""Cite this: how to name an item so that somebody else finds it again.

Only what has a permanent address can be cited, so a site that does not know its own address offers
no citation. A plain page is not cited: it is about the site and not of the record.
"""

import datetime as dt

from site_builder.compose.frame.bylines import authors_of
from site_builder.compose.frame.head import as_invented
from site_builder.compose.frame.structured_data import Subject
from site_builder.compose.views.dates import long_date
from site_builder.read.theme.words import Words
from site_builder.read.types import (
    Barrier,
    CaseStudy,
    CouncilSummary,
    Deliberation,
    Event,
    Item,
    MandateLetter,
    Page,
    Steward,
)
from site_builder.settings import Settings


def citation_of(subject: Subject, settings: Settings, words: Words) -> str:
    """Return the citation of the item that a page is about; nothing for any other page."""
    item = subject.item
    if item is None or isinstance(item, Page) or subject.address != settings.addresses.of(item):
        return ""
    return citation(
        settings,
        words,
        title=subject.title,
        address=subject.address,
        day=day_of_record(item),
        changed=_changed(item),
        illustrative=item.illustrative,
        authors=", ".join(one.name for one in authors_of(item)),
    )


def citation(  # noqa: PLR0913 - each is named where it is given
    settings: Settings,
    words: Words,
    *,
    title: str,
    address: str,
    day: dt.date | None,
    changed: dt.date | None = None,
    illustrative: bool = False,
    authors: str = "",
) -> str:
    """Return how to cite what stands at an address of the site; nothing if none is permanent."""
    if not settings.site_root:
        return ""
    if illustrative:
        title = as_invented(title, words)
    days = (("cite.on", day), ("cite.changed", changed))
    known = (words.say(key, day=long_date(words, one)) for key, one in days if one)
    publisher = settings.publisher
    # Who writes and publishes is named once.
    if authors not in ("", publisher):
        publisher = words.say("cite.by", authors=authors, publisher=publisher)
    told = {"publisher": publisher, "title": title, "days": "".join(known)}
    return words.say("cite.line", **told, address=f"{settings.site_root}{address}")


def day_of_record(item: Item) -> dt.date | None:
    """Return the day that an item is known by, if it has one."""
    match item:
        case CaseStudy() | MandateLetter():
            return item.date
        case CouncilSummary() | Event():
            return item.held_on
        case Deliberation():
            return item.phases[-1].ends
        case Barrier():
            return item.named_on
        case Steward():
            return item.from_day
        case _:
            return None


def _changed(item: Item) -> dt.date | None:
    """Return the day of the latest change that alters what the item says."""
    return max((change.date for change in item.changes if change.kind != "minor"), default=None)
