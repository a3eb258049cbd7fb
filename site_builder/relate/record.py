"""The Record: everything the public may see, with every reference resolved in both directions.

It is built once from the typed items and never changes. What a viewer may not see is not in it,
so nothing that is composed from it can leak.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from site_builder.read.addresses import Addresses
from site_builder.read.content import Content
from site_builder.read.files.own_file import OwnFile
from site_builder.read.ledger import Ledger
from site_builder.read.pictures.images import ImageFile
from site_builder.read.place.facts import Facts
from site_builder.read.types import (
    AnyItem,
    Barrier,
    CaseStudy,
    CouncilSummary,
    Deliberation,
    Event,
    Item,
    MandateLetter,
    Mission,
    Page,
    Partner,
    Place,
    Principle,
    RegisterEntry,
    Steward,
)
from site_builder.read.types.fields.dates import Quarter
from site_builder.relate.council.cadence import Cadence, cadence
from site_builder.relate.council.commitments import Commitment, LedgerUpdate, ledger
from site_builder.relate.council.ends_of_commitments import AskedFor, asked_for, meant_to_remove
from site_builder.relate.council.told import Recognised, recognised, told_at
from site_builder.relate.dated.changes import Changed, changes, histories
from site_builder.relate.dated.happenings import Happening, happenings
from site_builder.relate.dated.occasions import Occasion, occasions
from site_builder.relate.own_files import public_files
from site_builder.relate.people.consent import images_of, with_consent
from site_builder.relate.people.deliberations import Shaped, held_for, shaped_by
from site_builder.relate.people.stewardship import Stewardship, stewardship
from site_builder.relate.people.ways_to_take_part import Way, ways_to_take_part
from site_builder.relate.permanence.replacements import replacements
from site_builder.relate.permanence.resting import resting
from site_builder.relate.references import references_of
from site_builder.relate.related import Related, related_stories
from site_builder.relate.theories import Evidence, Part, evidence, parts_played
from site_builder.relate.visibility import Sight, Viewer

T = TypeVar("T", bound=Item | RegisterEntry)
End = tuple[str, str]
"""A thing that stories belong to, by its kind and slug."""


@dataclass(frozen=True)
class CommitmentShown:
    """A commitment of which a council said: this case study shows it."""

    commitment: Commitment
    said: LedgerUpdate


@dataclass(frozen=True)
class Record:
    """What the public may see. Mappings are by slug and in the order in which they are shown."""

    missions: Mapping[str, Mission]
    """By `order`, then title."""
    principles: Mapping[str, Principle]
    """By `order`, then title."""
    case_studies: Mapping[str, CaseStudy]
    """Newest first."""
    councils: Mapping[str, CouncilSummary]
    """Newest first."""
    stewards: Mapping[str, Steward]
    """Those who answer for a mission last first, then by name."""
    mandate_letters: Mapping[str, MandateLetter]
    """Newest first."""
    deliberations: Mapping[str, Deliberation]
    """Newest first, by the first day of their first phase."""
    barriers: Mapping[str, Barrier]
    """Newest first, by the day on which they were named."""
    events: Mapping[str, Event]
    """Latest first."""
    pages: Mapping[str, Page]
    """By `order`, then title."""
    places: Mapping[str, Place]
    """Those where a story happened, by name."""
    partners: Mapping[str, Partner]
    """Those that have a story or act in the theory of a mission, by name."""
    resting: tuple[RegisterEntry, ...]
    """Places and partners that had a page once, and that nothing public names any more."""
    withdrawn: tuple[Item, ...]
    """Items that keep their address and show why they were withdrawn."""
    images: Mapping[str, ImageFile]
    """Images by their path; those that a public item shows, and no others."""

    files: Mapping[str, OwnFile]
    """Files to be published as files, by their path."""
    stories: Mapping[End, tuple[CaseStudy, ...]]
    """The stories of a thing, newest first, by its kind and slug; a quarter may have some, too."""
    told_at: Mapping[str, tuple[CouncilSummary, ...]]
    """The councils at which a story was told, oldest first, by the story's slug."""
    commitments: Mapping[str, Commitment]
    """The ledger by id, in the order in which commitments were made."""
    asked_for: Mapping[str, tuple[AskedFor, ...]]
    """The recommendations that a commitment came from, oldest first, by its id."""
    meant_to_remove: Mapping[str, tuple[Commitment, ...]]
    """The commitments that are meant to remove a barrier, in the order made, by its slug."""
    shown_by: Mapping[str, tuple[CommitmentShown, ...]]
    """The commitments that a story shows, by the story's slug."""
    recognised: Mapping[str, tuple[Recognised, ...]]
    """The thanks that councils said for the work of a story, oldest first, by its slug."""
    evidence: Mapping[str, tuple[Evidence, ...]]
    """What a story says about the theories of missions, by its slug."""
    parts_played: Mapping[str, tuple[Part, ...]]
    """What a partner does in the theories of missions, by its slug."""
    deliberated: Mapping[str, tuple[Deliberation, ...]]
    """The deliberations that were held for a mission, newest first, by the mission's slug."""
    shaped: Mapping[str, Shaped]
    """What a deliberation changed in missions, by the deliberation's slug."""
    ways: Mapping[str, tuple[Way, ...]]
    """Every way to take part in a mission, its own first, by the mission's slug."""
    related: Mapping[str, tuple[Related, ...]]
    """Related stories with their reasons, by slug."""
    happenings: tuple[Happening, ...]
    """Everything that is dated, newest first."""
    cadence: Cadence
    """Where a council or a story is missing."""
    stewardship: Stewardship
    """Who answers for what, and what they were asked in public."""
    quarters: tuple[Quarter, ...]
    """Every quarter in which something happened or a council should have met, newest first."""
    ledger: Ledger | None
    """Every address and id that was published before, if the site keeps a ledger of them."""
    site_root: str | None
    """The whole address of the site's root, by which a link in a text may lead inside."""
    facts: Facts
    """What is so at the place that the site is of."""
    addresses: Addresses
    """Where everything stands on the site."""

    @property
    def shelves(self) -> Mapping[str, Mapping[str, AnyItem]]:
        """Every public item by kind and slug."""
        return {
            "mission": self.missions,
            "principle": self.principles,
            "case study": self.case_studies,
            "council summary": self.councils,
            "steward": self.stewards,
            "mandate letter": self.mandate_letters,
            "deliberation": self.deliberations,
            "barrier": self.barriers,
            "event": self.events,
            "page": self.pages,
        }

    @property
    def items(self) -> tuple[Item, ...]:
        """Every public item, and what was withdrawn; each has an address."""
        public = (item for shelf in self.shelves.values() for item in shelf.values())
        return (*public, *self.withdrawn)

    @cached_property
    def replacements(self) -> Mapping[str, AnyItem]:
        """What the public sees in the place of each item withdrawn for it, by the latter's path."""
        return replacements(self.withdrawn, self.shelves)

    @cached_property
    def changes(self) -> tuple[Changed, ...]:
        """Everything that changed after it was published, newest first."""
        return changes(self.shelves.values(), self.withdrawn, self.replacements)

    @cached_property
    def histories(self) -> Mapping[str, tuple[Changed, ...]]:
        """The same changes by the path of the item whose page tells of them."""
        return histories(self.changes)

    @cached_property
    def occasions(self) -> tuple[Occasion, ...]:
        """Everything that a citizen can come to, latest first."""
        return occasions(self.events, self.councils, self.deliberations)

    def stories_of(self, kind: str, slug: str) -> tuple[CaseStudy, ...]:
        """Return the stories of a thing, newest first, if any of that kind has some."""
        return self.stories.get((kind, slug), ())

    def commitments_of(self, mission: str) -> tuple[Commitment, ...]:
        """Return a mission's commitments in the order in which they were made."""
        return tuple(one for one in self.commitments.values() if one.made.mission == mission)


def relate(content: Content, viewer: Viewer) -> Record:
    """Return what a viewer may see of the content, joined in both directions.

    References that point nowhere are left out here; `check` names them.
    """
    items = with_consent(content.items, viewer)
    public = [item for item in items if viewer.sight_of(item) is Sight.PUBLIC]
    case_studies = _newest_first(_of(CaseStudy, public), lambda one: one.date)
    councils = _by_slug(
        sorted(_of(CouncilSummary, public), key=lambda one: (one.quarter, one.slug), reverse=True)
    )
    facts = content.facts
    stories = _stories(case_studies.values(), _wider_ends(content.entries), facts)
    commitments = ledger(councils.values(), case_studies.values())
    missions = _by_slug(sorted(_of(Mission, public), key=lambda one: (one.order, one.title)))
    withdrawn = tuple(item for item in items if viewer.sight_of(item) is Sight.WITHDRAWN)
    happened = happenings(public, withdrawn)
    kept = cadence(missions, case_studies.values(), tuple(councils.values()), viewer.now, facts)
    deliberations = _newest_first(_of(Deliberation, public), lambda one: one.phases[0].starts)
    barriers = _newest_first(_of(Barrier, public), lambda one: one.named_on)
    acting = parts_played(missions.values())
    deliberated = held_for(deliberations.values())
    by_name = sorted(_of(Steward, public), key=lambda one: (one.name, one.slug))
    stewards = _by_slug(sorted(by_name, key=lambda one: -one.from_day.toordinal()))
    mandate_letters = _newest_first(_of(MandateLetter, public), lambda one: one.date)
    named = {*stories, *(("partner", slug) for slug in acting)}
    return Record(
        missions=missions,
        principles=_by_slug(sorted(_of(Principle, public), key=lambda one: (one.order, one.title))),
        case_studies=case_studies,
        councils=councils,
        stewards=stewards,
        mandate_letters=mandate_letters,
        deliberations=deliberations,
        barriers=barriers,
        events=_newest_first(_of(Event, public), lambda one: one.held_on),
        pages=_by_slug(sorted(_of(Page, public), key=lambda one: (one.order, one.title))),
        places=_used(_of(Place, content.entries), "place", stories),
        partners=_used(_of(Partner, content.entries), "partner", stories, acting),
        withdrawn=withdrawn,
        images=images_of(public, content.images),
        files=public_files(content, viewer),
        stories=stories,
        told_at=told_at(councils.values()),
        commitments=commitments,
        asked_for=asked_for(deliberations.values(), commitments),
        meant_to_remove=meant_to_remove(commitments.values(), barriers),
        shown_by=_shown_by(commitments.values()),
        recognised=recognised(councils.values()),
        evidence=evidence(missions.values()),
        parts_played=acting,
        deliberated=deliberated,
        shaped=shaped_by(missions.values()),
        ways=ways_to_take_part(missions.values(), deliberated),
        related=related_stories(tuple(case_studies.values()), barriers),
        happenings=happened,
        cadence=kept,
        stewardship=stewardship(stewards.values(), mandate_letters.values(), councils.values()),
        quarters=_quarters(happened, councils.values(), kept, facts),
        ledger=content.ledger,
        resting=resting(content, named, withdrawn),
        site_root=content.site_root,
        facts=facts,
        addresses=content.addresses,
    )


def _of(model: type[T], things: Iterable[Item | RegisterEntry]) -> list[T]:
    return [thing for thing in things if isinstance(thing, model)]


def _by_slug(things: Iterable[T]) -> Mapping[str, T]:
    return {thing.slug: thing for thing in things}


def _newest_first(things: Iterable[T], day: Callable[[T], dt.date]) -> Mapping[str, T]:
    return _by_slug(sorted(things, key=lambda one: (-day(one).toordinal(), one.slug)))


def _stories(
    case_studies: Iterable[CaseStudy], wider: Mapping[End, End], facts: Facts
) -> Mapping[End, tuple[CaseStudy, ...]]:
    """Return the stories at the other end of each reference that a story makes, and wider."""
    found: defaultdict[End, dict[str, CaseStudy]] = defaultdict(dict)
    for story in case_studies:
        quarter = Quarter.of(story.date, facts.year_starts)
        found["quarter", quarter.slug][story.slug] = story
        for reference in references_of(story):
            end = reference.kind, reference.slug
            for one in (end, wider.get(end, end)):
                found[one][story.slug] = story
    return {end: tuple(stories.values()) for end, stories in found.items()}


def _wider_ends(entries: Iterable[RegisterEntry]) -> Mapping[End, End]:
    """Return the nation of each place and the kind of each partner."""
    wider: dict[End, End] = {}
    for entry in entries:
        if isinstance(entry, Place):
            wider["place", entry.slug] = ("nation", entry.nation_slug)
        elif isinstance(entry, Partner):
            wider["partner", entry.slug] = ("partner kind", entry.kind)
    return wider


def _used(
    entries: list[T],
    kind: str,
    stories: Mapping[End, tuple[CaseStudy, ...]],
    elsewhere: Collection[str] = (),
) -> Mapping[str, T]:
    used = [one for one in entries if (kind, one.slug) in stories or one.slug in elsewhere]
    return _by_slug(sorted(used, key=lambda entry: (_name(entry).casefold(), entry.slug)))


def _name(entry: Item | RegisterEntry) -> str:
    return entry.name if isinstance(entry, RegisterEntry) else entry.slug


def _shown_by(commitments: Iterable[Commitment]) -> Mapping[str, tuple[CommitmentShown, ...]]:
    shown: defaultdict[str, list[CommitmentShown]] = defaultdict(list)
    for commitment in commitments:
        for said in commitment.updates:
            if said.update.case_study:
                shown[said.update.case_study].append(CommitmentShown(commitment, said))
    return {slug: tuple(all_shown) for slug, all_shown in shown.items()}


def _quarters(
    happened: Iterable[Happening],
    councils: Iterable[CouncilSummary],
    kept: Cadence,
    facts: Facts,
) -> tuple[Quarter, ...]:
    quarters = {Quarter.of(one.day, facts.year_starts) for one in happened}
    quarters |= {council.quarter for council in councils}
    return tuple(sorted(quarters.union(kept.quarters_without_council), reverse=True))
