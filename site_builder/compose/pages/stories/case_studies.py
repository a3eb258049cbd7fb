"""The pages of case studies: one for each story, and the list of all."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from site_builder.compose.frame.frame import Frame
from site_builder.compose.items.barrier_lines import BarrierLine, barriers_of
from site_builder.compose.items.outcomes import Figures, OutcomeView, figures, outcome_views
from site_builder.compose.items.shown_commitments import ShownCommitment, shown_commitments
from site_builder.compose.lists.filters import story_filters
from site_builder.compose.lists.lists import card_lists, part_title
from site_builder.compose.output import Output, page_path
from site_builder.compose.pages.missions.theories import EvidenceView, evidence_of
from site_builder.compose.pages.stories.learning import learning_link
from site_builder.compose.views.page import (
    CardList,
    Filter,
    Link,
    MissionTag,
    Page,
    Picture,
    RelatedView,
    Site,
)
from site_builder.read.types import CaseStudy
from site_builder.read.types.case_study import Learning, Source, Voice
from site_builder.relate.permanence.addresses import address_of, section_address

WORDS_A_MINUTE = 200
"""Reading speed of GOV.UK's guidance; minutes are rounded up."""


@dataclass(frozen=True)
class ShownPrinciple:
    """A principle and how the story shows it."""

    link: Link
    how: str


@dataclass(frozen=True)
class SourceView:
    """A source of the story's facts."""

    id: str
    title: str
    url: str
    date: str | None


@dataclass(frozen=True)
class ShownRecognition:
    """Thanks said at a council for the work that this story tells of."""

    who: str
    for_what: str
    council: Link
    is_illustrative: bool


@dataclass(frozen=True)
class Story:
    """A case study as its page and its feeds tell it."""

    title: str
    summary: str
    date: str
    datetime: str
    minutes: int
    mission: MissionTag
    also_missions: tuple[MissionTag, ...]
    place: Link
    region: str
    nation: str
    partners: tuple[Link, ...]
    principles: tuple[ShownPrinciple, ...]
    need: str
    change: str
    permission: str | None
    learning: Learning
    outcomes: tuple[OutcomeView, ...]
    """In the order of their author."""
    figures: Figures
    """The same outcomes, by what can be shown of them."""
    voices: tuple[Voice, ...]
    try_this: str | None
    sources: tuple[SourceView, ...]
    caveats: str | None
    picture: Picture | None
    body: Markup


@dataclass(frozen=True)
class CaseStudyPage:
    """Inputs of layouts/case-study.html."""

    site: Site
    page: Page
    story: Story
    cover: Markup
    more_learning: Link
    """What its mission's other stories learned."""
    barriers: tuple[BarrierLine, ...]
    told_at: tuple[Link, ...]
    shows: tuple[ShownCommitment, ...]
    recognition: tuple[ShownRecognition, ...]
    evidence: tuple[EvidenceView, ...]
    related: tuple[RelatedView, ...]


@dataclass(frozen=True)
class CaseStudiesPage:
    """Inputs of layouts/case-studies.html."""

    site: Site
    page: Page
    list: CardList
    filters: tuple[Filter, ...]
    learning: Link


def case_study_pages(frame: Frame) -> Iterator[Output]:
    """Yield the page of each story, and the parts of the list of all stories."""
    for story in frame.record.case_studies.values():
        yield _case_study(frame, story)
    address = section_address("case study")
    filters = story_filters(frame, address)
    stories = tuple(frame.record.case_studies.values())
    for at, cards in card_lists(frame, stories, address):
        title = part_title(frame, frame.say("case_studies.title"), cards.pager)
        page = frame.page(title, at, frame.say("case_studies.description"))
        inputs = CaseStudiesPage(frame.site, page, cards, filters, frame.section_link("learning"))
        yield Output(page_path(at), "layouts/case-studies.html", inputs)


def _case_study(frame: Frame, item: CaseStudy) -> Output:
    record, address = frame.record, address_of(item)
    mission = record.missions[item.mission]
    page = frame.page(
        item.title,
        address,
        item.summary,
        trail=(frame.home, frame.section_link("mission"), frame.link_to(mission)),
        item=item,
        missions=(item.mission, *item.also_missions),
    )
    inputs = CaseStudyPage(
        site=frame.site,
        page=page,
        story=story_view(frame, item, page.root),
        cover=frame.cover(item),
        more_learning=learning_link(frame, mission),
        barriers=barriers_of(frame, item),
        told_at=tuple(frame.link_to(council) for council in record.told_at.get(item.slug, ())),
        shows=shown_commitments(frame, item),
        recognition=tuple(
            ShownRecognition(
                one.said.who,
                one.said.for_what,
                frame.link_to(one.council),
                one.council.illustrative,
            )
            for one in record.recognised.get(item.slug, ())
        ),
        evidence=evidence_of(frame, item),
        related=tuple(
            RelatedView(frame.link_to(one.story), frame.reason(one.shares))
            for one in record.related[item.slug]
        ),
    )
    return Output(page_path(address), "layouts/case-study.html", inputs)


def story_view(frame: Frame, item: CaseStudy, root: str) -> Story:
    """Return a story ready to be told from a page, or from a feed with a whole address as root."""
    record = frame.record
    place = record.places[item.place]
    outcomes = outcome_views(item.outcomes)
    return Story(
        title=item.title,
        summary=item.summary,
        date=frame.day(item.date),
        datetime=item.date.isoformat(),
        minutes=max(1, -(-item.prose.words // WORDS_A_MINUTE)),
        mission=frame.mission_tag(item.mission),
        also_missions=tuple(frame.mission_tag(slug) for slug in item.also_missions),
        place=frame.link_to(place),
        region=place.region,
        nation=place.nation,
        partners=tuple(frame.link_to(record.partners[slug]) for slug in item.partners),
        principles=tuple(
            ShownPrinciple(frame.link_to(record.principles[shown.principle]), shown.how)
            for shown in item.principles
            if shown.principle in record.principles
        ),
        need=item.need,
        change=item.change,
        permission=item.permission,
        learning=item.learning,
        outcomes=outcomes,
        figures=figures(outcomes),
        voices=item.voices,
        try_this=item.try_this,
        sources=tuple(_source(frame, one) for one in item.sources),
        caveats=item.caveats,
        picture=frame.picture(item),
        body=frame.prose(item, root),
    )


def _source(frame: Frame, source: Source) -> SourceView:
    date = frame.part_of_time(source.date) if source.date else None
    return SourceView(source.id, source.title, source.url, date)
