"""The head of a page: what a browser's tab, a search engine and a shared link say of it."""

from dataclasses import replace

from markupsafe import Markup

from site_builder.compose.frame.structured_data import (
    Subject,
    changed_at,
    iso,
    published_at,
    structured_data,
)
from site_builder.compose.views.page import Head, Share
from site_builder.read.theme.words import Words
from site_builder.read.types import CaseStudy, CouncilSummary, Item
from site_builder.relate.record import Record
from site_builder.settings import Settings

LONGEST_TITLE = 70
"""About as many characters as a search engine shows; a longer title leaves the site's name out."""
LONGEST_DESCRIPTION = 160
"""About as many characters as search engines show; more would be sent and never read."""


def head_of(subject: Subject, settings: Settings, record: Record, words: Words) -> Head:
    """Return the head of a page that anybody may find.

    A shared link often shows the title alone, so the title itself says, once, that an item is
    invented.
    """
    is_invented = bool(subject.item and subject.item.illustrative)
    title = as_invented(subject.title, words) if is_invented else subject.title
    whole = words.say("head.title", page=title, site=settings.site_name)
    if len(whole) > LONGEST_TITLE:
        whole = title
    subject = replace(subject, description=shortened(subject.description))
    root = settings.site_root
    return Head(
        title=whole if subject.address else settings.site_name,
        description=subject.description,
        canonical=f"{root}{subject.address}" if root else None,
        is_listed=True,
        share=_share(replace(subject, title=title), settings, record, words),
        data=structured_data(subject, settings, record, words),
    )


def unlisted(head: Head, canonical: str | None) -> Head:
    """Return the head of a page that is not to be found or shared: missing, moved, withdrawn."""
    return replace(head, canonical=canonical, is_listed=False, share=None, data=Markup())


def shortened(text: str, most: int = LONGEST_DESCRIPTION) -> str:
    """Return a text on one line, cut after a word and marked when it is longer than allowed."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    cut = line[: most - 1]
    # A cut inside a word goes back to the word before; one word longer than all stays cut.
    if line[most - 1] != " ":
        cut = cut.rpartition(" ")[0] or cut
    return cut.rstrip(" ,;:.–-") + "…"


def as_invented(title: str, words: Words) -> str:
    """Return the title of an invented item, which says once that it is invented."""
    said = words.say("head.illustrative", title="").strip()
    return title if said in title else words.say("head.illustrative", title=title)


def _share(subject: Subject, settings: Settings, record: Record, words: Words) -> Share:
    """Return what a shared link shows; an invented story has no day on which it was news."""
    item, root = subject.item, settings.site_root
    image, zone = subject.image, record.facts.time_zone
    is_told = isinstance(item, CaseStudy | CouncilSummary) and not item.illustrative
    return Share(
        kind="article" if is_told else "website",
        title=subject.title,
        locale=subject.language.replace("-", "_"),
        image=replace(image, address=root + image.address) if image and root else None,
        published=iso(published_at(item, zone)) if item and is_told else None,
        modified=iso(changed_at(item, zone)) if item and is_told else None,
        section=_section(item, record, words) if item and is_told else None,
    )


def _section(item: Item, record: Record, words: Words) -> str:
    if isinstance(item, CaseStudy):
        return record.missions[item.mission].title
    return words.say("sections.council_summary")
