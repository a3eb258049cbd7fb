"""Search: the page, its one script, and what the index is made of.

The index is made from the record's values, not from pages, so it holds what the public may see
and nothing of menus, footers and HTML.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import blake2b

from site_builder.compose.frame.frame import Frame
from site_builder.compose.frame.naming import Titled
from site_builder.compose.lists.findable import (
    day_of,
    facts_of,
    findable,
    missions_found,
    place_name,
)
from site_builder.compose.lists.letters import Letter, letters
from site_builder.compose.output import Output, blob, page_path
from site_builder.compose.search.searchable import text_of
from site_builder.compose.views.page import Link, Page, Site
from site_builder.compose.views.policy import OF_SEARCH
from site_builder.read.addresses import kind_name
from site_builder.read.types import CaseStudy, Place, Principle
from site_builder.relate.menus import SEARCH

BUNDLE = "pagefind/"
"""Where the index stands; the script knows it too."""
INDEXER = "search-index"
"""The name of the writer that makes a bundle of files of a SearchIndex."""

Filters = tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True)
class SearchRecord:
    """One thing that a search can find."""

    address: str
    title: str
    facts: str
    """What stands beside the title: its type, mission, place and month."""
    accent: str
    """The slug of the mission whose colour it has, or nothing."""
    text: str
    """All that its page says, as plain text; its beginning is what a result shows."""
    day: str
    """The day it is known by, or nothing."""
    filters: Filters
    """What it can be narrowed by: each filter's name and the thing's values."""


@dataclass(frozen=True)
class SearchIndex:
    """Inputs of the indexer, and all that decides the bytes of the index."""

    language: str
    """The language whose word endings the index knows, such as "en"."""
    records: tuple[SearchRecord, ...]


@dataclass(frozen=True)
class SearchPage:
    """Inputs of layouts/search.html."""

    site: Site
    page: Page
    script: str | None
    """The address of the script, if there is anything to find."""
    letters: tuple[Letter, ...]
    quarters: tuple[Link, ...]


def search_pages(frame: Frame) -> Iterator[Output]:
    """Yield the page of search, which without its script leads to the lists."""
    page = frame.page(frame.say("search.title"), SEARCH, frame.say("search.description"))
    script = next((file.path for file in search_files(frame)), None)
    quarters = (
        Link(frame.quarter(one), frame.addresses.at("quarter", one.slug))
        for one in frame.record.quarters
    )
    inputs = SearchPage(
        site=frame.site,
        page=replace(page, policy=page.policy + OF_SEARCH) if script else page,
        script=script,
        letters=letters(frame),
        quarters=tuple(quarters),
    )
    yield Output(page_path(SEARCH), "layouts/search.html", inputs)


def search_files(frame: Frame) -> Iterator[Output]:
    """Yield the script of search, and the one output that becomes the files of the index."""
    if any(findable(frame)):
        yield _script(frame)
        language = frame.settings.language.partition("-")[0]
        yield Output(BUNDLE, INDEXER, SearchIndex(language, tuple(search_records(frame))))


def search_records(frame: Frame) -> Iterator[SearchRecord]:
    """Yield what a search can find, in an order that is the same for the same record."""
    for thing in findable(frame):
        day = day_of(thing)
        yield SearchRecord(
            address=frame.addresses.of(thing),
            title=frame.title_of(thing),
            facts=facts_of(frame, thing),
            accent=_accent(thing),
            text=text_of(frame, thing),
            day=day.isoformat() if day else "",
            filters=tuple(_filters(frame, thing)),
        )


def _script(frame: Frame) -> Output:
    data = _without_comments(dict(frame.theme.scripts)["search"]).encode()
    return blob(f"assets/search-{blake2b(data, digest_size=6).hexdigest()}.js", data)


def _without_comments(script: str) -> str:
    """Return a script without indents and without lines that are comments or empty."""
    lines = (line.strip() for line in script.splitlines())
    return "\n".join(line for line in lines if line and not line.startswith("//"))


def _accent(thing: Titled) -> str:
    return next(iter(missions_found(thing)), "")


def _filters(frame: Frame, thing: Titled) -> Iterator[tuple[str, tuple[str, ...]]]:
    record, day = frame.record, day_of(thing)
    yield "type", (frame.say(f"kinds.{kind_name(thing)}"),)
    if isinstance(thing, Place | Principle):
        yield kind_name(thing), (place_name(thing) if isinstance(thing, Place) else thing.title,)
    if missions := missions_found(thing):
        yield "mission", tuple(record.missions[slug].title for slug in missions)
    if isinstance(thing, CaseStudy):
        yield "place", (place_name(record.places[thing.place]),)
        shown = (record.principles.get(one.principle) for one in thing.principles)
        yield "principle", tuple(principle.title for principle in shown if principle)
    if day:
        yield "year", (str(day.year),)
