"""A case study as its page and its feeds tell it."""

from dataclasses import dataclass

from markupsafe import Markup

from site_builder.compose.frame.frame import Frame
from site_builder.compose.items.outcomes import Figures, OutcomeView, figures, outcome_views
from site_builder.compose.views.lists import MissionTag
from site_builder.compose.views.page import Link
from site_builder.compose.views.pictures import Picture
from site_builder.read.types import CaseStudy
from site_builder.read.types.case_study import Learning, Source, Voice

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
