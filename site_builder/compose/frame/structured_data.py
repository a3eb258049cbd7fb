"""What a page tells machines in JSON-LD, in the words of schema.org.

Machines drop the notices that people see beside a text, so an illustrative item is given no node
of its own: an invented meeting must not turn up in anybody's calendar.
"""

import datetime as dt
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from site_builder.compose.views.dates import quarter_label
from site_builder.compose.views.page import Link, SocialImage
from site_builder.read.theme.words import Words
from site_builder.read.types import (
    CaseStudy,
    CouncilSummary,
    Deliberation,
    Event,
    Item,
    Page,
    Steward,
)
from site_builder.read.types.deliberation import Session
from site_builder.relate.dated.clocks import moment_of
from site_builder.relate.dated.occasions import last_day
from site_builder.relate.record import Record
from site_builder.settings import Settings

Node = Mapping[str, Any]
"""One thing with its type and its properties."""

Gathering = CouncilSummary | Event | Session
"""What is held on a day; search engines take none without a place, so some are left out."""

VOCABULARY = "https://schema.org"
_BODIES = {"government": "GovernmentOrganization", "charity": "NGO", "other": "Organization"}
_AS_JSON_HAS_IT = {ord(one): f"\\u{ord(one):04x}" for one in "<>&\u2028\u2029"}


@dataclass(frozen=True)
class Subject:
    """What a page is about, as far as its head must know."""

    title: str
    address: str
    description: str
    language: str
    trail: tuple[Link, ...]
    item: Item | None
    image: SocialImage | None
    things: tuple[Node, ...] = ()
    """What it tells of beside an item, such as a data set."""
    logo: str | None = None
    """The whole address of the publisher's logo."""


def structured_data(subject: Subject, settings: Settings, record: Record, words: Words) -> Markup:
    """Return the JSON-LD of a page, safe inside a script element; nothing if there is none."""
    nodes = [
        *_nodes_of_item(subject, settings, record, words),
        *_nodes_of_plain_page(subject, settings),
        *subject.things,
        *_nodes_of_place(subject, settings),
    ]
    return data_block(nodes) if nodes else Markup()


def data_block(nodes: Sequence[Node]) -> Markup:
    """Return nodes as JSON-LD that no text in them can break out of its script element."""
    whole = nodes[0] if len(nodes) == 1 else {"@graph": nodes}
    text = json.dumps({"@context": VOCABULARY, **whole}, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.translate(_AS_JSON_HAS_IT))  # noqa: S704 - no < is left in it


def published_at(item: Item, zone: str) -> dt.datetime | None:
    """Return the moment that an item was published, as far as its author stated it."""
    if item.publish_at or not isinstance(item, CaseStudy):
        return item.publish_at
    return moment_of(zone, item.date)


def changed_at(item: Item, zone: str) -> dt.datetime | None:
    """Return the moment of the latest change that an item's author stated."""
    days = [change.date for change in item.changes]
    return moment_of(zone, max(days)) if days else None


def iso(moment: dt.datetime | None) -> str | None:
    """Return a moment as machines read it, with its offset."""
    return moment.isoformat() if moment else None


def _nodes_of_item(
    subject: Subject, settings: Settings, record: Record, words: Words
) -> Iterator[Node]:
    item = subject.item
    if item and item.illustrative:
        return
    if isinstance(item, CaseStudy):
        yield _article(item, subject, settings, record)
    # Search engines take no event without a place, so it has a venue, a stream or both.
    if isinstance(item, CouncilSummary) and (item.venue or item.public.stream):
        quarter = quarter_label(words, item.quarter)
        yield _event(words.say("head.meeting", quarter=quarter), item, subject, settings)
    if isinstance(item, Event) and (item.venue or item.public.stream):
        yield _event(item.title, item, subject, settings)
    if isinstance(item, Deliberation):
        for session in filter(_is_open, item.sessions):
            name = words.say("head.session", deliberation=item.title, session=session.title)
            yield _event(name, session, subject, settings)
    if isinstance(item, Steward):
        yield _person(item, subject, settings)


def _nodes_of_plain_page(subject: Subject, settings: Settings) -> Iterator[Node]:
    """Yield a plain page that says who wrote it; machines know what any other is."""
    item = subject.item
    if isinstance(item, Page) and item.author and not item.illustrative:
        author = _authors(item)
        yield _node("WebPage", name=item.title, **_shown(subject, settings), author=author)


def _nodes_of_place(subject: Subject, settings: Settings) -> Iterator[Node]:
    """Yield where the page stands: home is the site, and any other page has a trail from home."""
    if not subject.address:
        yield _website(subject, settings)
    elif settings.site_root:
        yield _breadcrumbs(subject, settings.site_root)


def _article(story: CaseStudy, subject: Subject, settings: Settings, record: Record) -> Node:
    publisher, zone = publisher_node(settings, subject.logo), record.facts.time_zone
    return _node(
        "Article",
        headline=story.title,
        **_shown(subject, settings),
        datePublished=iso(published_at(story, zone)),
        dateModified=iso(changed_at(story, zone)),
        articleSection=record.missions[story.mission].title,
        contentLocation=_node("Place", name=record.places[story.place].name),
        author=_authors(story) or publisher,
        publisher=publisher,
    )


def _authors(item: CaseStudy | Page) -> list[Node] | None:
    """Return those who wrote an item; nothing where its file names nobody."""
    kinds = {"person": "Person"}
    return [
        _node(kinds.get(one.kind, "Organization"), name=one.name, url=one.link)
        for one in item.author
    ] or None


def _is_open(session: Session) -> bool:
    """Tell whether anybody may come or watch; whoever is offered an event expects as much."""
    return bool(session.public.stream or (session.venue and session.public.attend))


def _event(name: str, one: Gathering, subject: Subject, settings: Settings) -> Node:
    """Return a meeting, a session or an event, at a place or on a stream."""
    public = one.public
    recording = _node("CreativeWork", url=public.recording) if public.recording else None
    zone = settings.facts.time_zone
    return _node(
        "Event",
        name=name,
        **_shown(subject, settings),
        startDate=_moment(zone, one.held_on, one.starts),
        endDate=_moment(zone, last_day(one), one.ends) if one.ends or one.ends_on else None,
        eventStatus=f"{VOCABULARY}/{'EventCancelled' if one.called_off else 'EventScheduled'}",
        eventAttendanceMode=f"{VOCABULARY}/{_attendance(one)}EventAttendanceMode",
        location=_location(one),
        recordedIn=recording,
    )


def _person(steward: Steward, subject: Subject, settings: Settings) -> Node:
    """Return a steward; who answers for nothing any more is given no role and no department."""
    is_former = steward.until is not None
    return _node(
        "Person",
        name=steward.name,
        jobTitle=None if is_former else steward.role,
        worksFor=None if is_former else _department(steward),
        description=subject.description,
        url=f"{settings.site_root}{subject.address}" if settings.site_root else None,
    )


def _department(steward: Steward) -> Node | None:
    if steward.department is None:
        return None
    kind = "Organization" if steward.kind == "other" else "GovernmentOrganization"
    return _node(kind, name=steward.department)


def _attendance(one: Gathering) -> str:
    if one.venue and one.public.stream:
        return "Mixed"
    return "Offline" if one.venue else "Online"


def _location(one: Gathering) -> Node | list[Node]:
    places = []
    if one.venue:
        places.append(_node("Place", name=one.venue, address=one.venue))
    if one.public.stream:
        places.append(_node("VirtualLocation", url=one.public.stream))
    return places if len(places) > 1 else places[0]


def _moment(zone: str, day: dt.date, time: dt.time | None) -> str:
    """Return a moment of a meeting; without a time it is the day and no more."""
    return moment_of(zone, day, time).isoformat() if time else day.isoformat()


def _website(subject: Subject, settings: Settings) -> Node:
    return _node(
        "WebSite",
        name=settings.site_name,
        **_shown(subject, settings),
        publisher=publisher_node(settings, subject.logo),
    )


def _shown(subject: Subject, settings: Settings) -> dict[str, Any]:
    """Return what all things that have a page share."""
    root = settings.site_root
    return {
        "description": subject.description,
        "url": f"{root}{subject.address}" if root else None,
        "inLanguage": subject.language,
        "image": f"{root}{subject.image.address}" if root and subject.image else None,
    }


def publisher_node(settings: Settings, logo: str | None = None) -> Node:
    """Return the body that publishes a site; `logo` is the whole address of its logo."""
    body = settings.brand.organisation
    return _node(
        _BODIES[body.kind] if body else "Organization",
        name=body.name if body else settings.publisher,
        url=(body.url if body else None) or settings.site_root,
        logo=logo,
    )


def _breadcrumbs(subject: Subject, root: str) -> Node:
    """Return the trail from home; its last step is the page itself, which needs no address."""
    links = enumerate(subject.trail, 1)
    steps = [_node("ListItem", position=n, name=to.text, item=root + to.address) for n, to in links]
    steps.append(_node("ListItem", position=len(steps) + 1, name=subject.title))
    return _node("BreadcrumbList", itemListElement=steps)


def _node(kind: str, **properties: Any) -> Node:
    """Return a thing with those of its properties that are known, in the order given."""
    return {"@type": kind, **{name: one for name, one in properties.items() if one is not None}}
