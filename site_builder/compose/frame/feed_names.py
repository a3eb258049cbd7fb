"""Which feeds there are: what each is called, what it is about, and where it and its page stand.

The formats of one feed stand beside each other, at its stem: missions/health/feed.xml and so on.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from site_builder.compose.views.page import FeedLink
from site_builder.read.theme.words import Words
from site_builder.read.types import CaseStudy, CouncilSummary, Mission, Principle
from site_builder.relate.record import Record
from site_builder.relate.sections import is_kept
from site_builder.settings import Settings

FORMATS = {
    "xml": "application/rss+xml",
    "atom": "application/atom+xml",
    "json": "application/feed+json",
}
"""The formats that every feed has, by the end of their addresses, with their media types."""


@dataclass(frozen=True)
class FeedName:
    """One feed, without its items."""

    kind: str
    """What it is for: everything, mission, principle, place, partner, language, council summary,
    commitment, barrier or change."""
    slug: str
    """The slug of the mission, principle, place or partner, the tag of the language, or nothing."""
    title: str
    description: str
    stem: str
    """The beginning of its addresses, such as "missions/health/"; empty for everything."""
    page: str
    """The address of the page about the same."""
    first_stem: str
    """Its stem when it was first published, which its own id is made of."""
    old_stems: tuple[str, ...] = ()
    """Stems of earlier names, which go on answering."""

    def is_of(self, kind: str, slug: str) -> bool:
        """Tell whether it is the feed of a thing."""
        return (self.kind, self.slug) == (kind, slug)

    def address(self, ending: str, number: int | None = None) -> str:
        """Return the address of the feed in a format, or of one of its archives."""
        return feed_address(self.stem, ending, number)

    @property
    def link(self) -> FeedLink:
        """The feed as pages tell of it: in RSS, which every reader knows."""
        return FeedLink(self.title, self.address("xml"))


def feed_address(stem: str, ending: str, number: int | None = None) -> str:
    """Return the address of the feed at a stem, or of one of its archives, counted from 1."""
    archive = f"-{number}" if number else ""
    return f"{stem}feed{archive}.{ending}"


def feeds_of_page(
    names: Sequence[FeedName], words: Words, address: str, missions: Sequence[str] = ()
) -> tuple[FeedLink, ...]:
    """Return the feeds that the page at an address tells of: its own, and that of everything.

    Its own are those of what the page is about or stands under, then those of its missions.
    """
    if not names:
        return ()
    everything, *others = names
    under = [name for name in others if address.startswith(name.stem)]
    served = [name for slug in missions for name in others if name.is_of("mission", slug)]
    first, *more = dict.fromkeys((*under, *served, everything))
    return (*_formats(first, words), *(name.link for name in more))


def _formats(name: FeedName, words: Words) -> tuple[FeedLink, ...]:
    """Return links to a feed in each format; that to RSS has its plain title."""
    others = (
        FeedLink(
            words.say(f"feeds.formats.{ending}", title=name.title),
            name.address(ending),
            media_type,
        )
        for ending, media_type in FORMATS.items()
        if ending != "xml"
    )
    return (name.link, *others)


def feed_names(record: Record, settings: Settings, words: Words) -> tuple[FeedName, ...]:
    """Return every feed of a site; none when the site does not know its own address."""
    if not settings.site_url:
        return ()
    names = _Names(record, settings, words)
    return tuple(
        chain(
            [names.everything()],
            names.of_items(),
            names.of_registers(),
            names.of_languages(),
            names.of_lists(),
        )
    )


def told_languages(record: Record, settings: Settings) -> frozenset[str]:
    """Return the languages that stories and councils are or, before a withdrawal, were in."""
    gone = (one for one in record.withdrawn if isinstance(one, CaseStudy | CouncilSummary))
    items = chain(record.case_studies.values(), record.councils.values(), gone)
    return frozenset(item.lang or settings.language for item in items)


@dataclass(frozen=True)
class _Names:
    record: Record
    settings: Settings
    words: Words

    def everything(self) -> FeedName:
        """Return the feed of everything."""
        title = self._title(self.words.say("feeds.names.everything"))
        about = self.settings.site_description
        return FeedName("everything", "", title, about, stem="", page="", first_stem="")

    def of_items(self) -> Iterator[FeedName]:
        """Yield the feeds of missions and of principles."""
        items: Iterator[Mission | Principle] = chain(
            self.record.missions.values(), self.record.principles.values()
        )
        for item in items:
            kind, stem = type(item).__name__.lower(), self.record.addresses.of(item)
            yield FeedName(
                kind=kind,
                slug=item.slug,
                title=self._title(item.title),
                description=item.summary,
                stem=stem,
                page=stem,
                first_stem=self.record.addresses.at(kind, item.first_slug),
                old_stems=self.record.addresses.earlier(item),
            )

    def of_registers(self) -> Iterator[FeedName]:
        """Yield the feeds of places and of partners."""
        for kind, shelf in (("place", self.record.places), ("partner", self.record.partners)):
            for slug, entry in shelf.items():
                about = self.words.say(f"feeds.about.{kind}", name=entry.name)
                addresses = self.record.addresses
                at, first = addresses.of(entry), addresses.at(kind, entry.first_slug)
                old, title = addresses.earlier(entry), self._title(entry.name)
                yield FeedName(kind, slug, title, about, at, at, first, old)

    def of_languages(self) -> Iterator[FeedName]:
        """Yield a feed for each language, where there is more than one."""
        used = told_languages(self.record, self.settings)
        for tag in sorted(used) if len(used) > 1 else ():
            name = self.words.say("feeds.names.language", tag=tag)
            about = self.words.say("feeds.about.language", tag=tag)
            at, page = f"languages/{tag.lower()}/", self.record.addresses.section("case study")
            yield FeedName("language", tag, self._title(name), about, at, page, at)

    def of_lists(self) -> Iterator[FeedName]:
        """Yield the feeds of the council, of promises, of barriers and of changes."""
        kinds = ("council summary", "commitment", "barrier")
        kept = (kind for kind in kinds if is_kept(self.record, kind))
        stems = {kind: self.record.addresses.section(kind) for kind in kept}
        for kind, stem in (stems | {"change": "changes/"}).items():
            key = kind.replace(" ", "_")
            title = self._title(self.words.say(f"feeds.names.{key}"))
            about = self.words.say(f"feeds.about.{key}")
            yield FeedName(kind, "", title, about, stem, stem, stem)

    def _title(self, name: str) -> str:
        return self.words.say("feeds.title", site=self.settings.site_name, name=name)
