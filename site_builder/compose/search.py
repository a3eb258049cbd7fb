"""Search: the page, its one script, and what the index is made of.

The index is made from the record's values, not from pages, so it holds what the public may see
and nothing of menus, footers and HTML. What is not shown on a page is not in it either.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import singledispatch
from hashlib import blake2b

from site_builder.compose.a_z import Letter, letters
from site_builder.compose.findable import day_of, facts_of, findable, place_name
from site_builder.compose.frame import Frame, Titled
from site_builder.compose.output import Output, blob, page_path
from site_builder.compose.views import Link, Page, Site
from site_builder.read.types import CaseStudy, CouncilSummary, Mission, Place, Principle
from site_builder.read.types import Page as PageItem
from site_builder.read.types.kinds import kind_of
from site_builder.relate.addresses import address_for, address_of

ADDRESS = "search/"
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
    page = frame.page(frame.say("search.title"), ADDRESS, frame.say("search.description"))
    quarters = (
        Link(frame.quarter(one), address_for("quarter", one.slug)) for one in frame.record.quarters
    )
    inputs = SearchPage(
        site=frame.site,
        page=page,
        script=next((file.path for file in search_files(frame)), None),
        letters=letters(frame),
        quarters=tuple(quarters),
    )
    yield Output(page_path(ADDRESS), "layouts/search.html", inputs)


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
            address=address_of(thing),
            title=frame.title_of(thing),
            facts=facts_of(frame, thing),
            accent=_accent(thing),
            text=_sentences(_words(thing, frame)),
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
    if isinstance(thing, CaseStudy):
        return thing.mission
    return thing.slug if isinstance(thing, Mission) else ""


def _filters(frame: Frame, thing: Titled) -> Iterator[tuple[str, tuple[str, ...]]]:
    record, day = frame.record, day_of(thing)
    yield "type", (frame.say(f"kinds.{kind_of(thing).name}"),)
    if isinstance(thing, Mission | Place | Principle):
        name = place_name(thing) if isinstance(thing, Place) else thing.title
        yield kind_of(thing).name, (name,)
    if isinstance(thing, CaseStudy):
        missions = (thing.mission, *thing.also_missions)
        yield "mission", tuple(record.missions[slug].title for slug in missions)
        yield "place", (place_name(record.places[thing.place]),)
        shown = (record.principles.get(one.principle) for one in thing.principles)
        yield "principle", tuple(principle.title for principle in shown if principle)
    if day:
        yield "year", (str(day.year),)


def _sentences(texts: Iterable[str | None]) -> str:
    """Return texts run together, each closed like a sentence."""
    whole = (text.strip() for text in texts if text and text.strip())
    return " ".join(text if text.endswith((".", "!", "?", "…", ":")) else f"{text}." for text in whole)


@singledispatch
def _words(thing: Titled, frame: Frame) -> Iterator[str | None]:
    """Yield the texts of a thing's page, what matters most first."""
    yield thing.title


@_words.register
def _(story: CaseStudy, frame: Frame) -> Iterator[str | None]:
    record, learning = frame.record, story.learning
    yield from (story.summary, story.need, story.change, story.prose.text)
    yield from (one.how for one in story.principles if one.principle in record.principles)
    yield from (learning.tried, learning.happened, learning.next, learning.unknown)
    yield from (outcome.text for outcome in story.outcomes)
    yield story.caveats
    yield ", ".join(record.partners[slug].name for slug in story.partners)
    yield record.places[story.place].region


@_words.register
def _(council: CouncilSummary, frame: Frame) -> Iterator[str | None]:
    yield from (council.summary, council.prose.text, council.venue)
    yield from (line.item for line in council.agenda)
    for made in council.commitments:
        yield from (made.text, made.owner)
    # What was said of a commitment that the public may not see is not shown either.
    known = frame.record.commitments
    yield from (said.note for said in council.commitment_updates if said.commitment in known)


@_words.register
def _(mission: Mission, frame: Frame) -> Iterator[str | None]:
    yield from (mission.statement, mission.summary, mission.why_it_matters, mission.prose.text)


@_words.register(Principle)
@_words.register(PageItem)
def _(item: Principle | PageItem, frame: Frame) -> Iterator[str | None]:
    yield from (item.summary, item.prose.text)


@_words.register
def _(place: Place, frame: Frame) -> Iterator[str | None]:
    yield ", ".join(dict.fromkeys((place.name, place.region, place.nation)))
