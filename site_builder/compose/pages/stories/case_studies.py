"""The pages of case studies: one for each story, and the list of all."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from site_builder.compose.frame.frame import Frame
from site_builder.compose.items.barrier_lines import BarrierLine, barriers_of
from site_builder.compose.items.mission_lists import learning_link
from site_builder.compose.items.promises import ShownCommitment, shown_commitments
from site_builder.compose.items.stories import Story, story_view
from site_builder.compose.items.theories import EvidenceView, evidence_of
from site_builder.compose.lists.filters import story_filters
from site_builder.compose.lists.parts import card_lists, part_title
from site_builder.compose.output import Output, page_path
from site_builder.compose.views.lists import CardList, Filter
from site_builder.compose.views.page import Link, Page, Site
from site_builder.read.types import CaseStudy


@dataclass(frozen=True)
class ShownRecognition:
    """Thanks said at a council for the work that this story tells of."""

    who: str
    for_what: str
    council: Link
    is_illustrative: bool


@dataclass(frozen=True)
class RelatedView:
    """A related story and why it is related."""

    link: Link
    reason: str


@dataclass(frozen=True)
class CaseStudyPage:
    """Inputs of layouts/case-study.html."""

    site: Site
    page: Page
    story: Story
    cover: Markup
    more_learning: Link | None
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
    address = frame.addresses.section("case study")
    filters = story_filters(frame, address)
    stories = tuple(frame.record.case_studies.values())
    for at, cards in card_lists(frame, stories, address):
        title = part_title(frame, frame.say("case_studies.title"), cards.pager)
        page = frame.page(title, at, frame.say("case_studies.description"))
        inputs = CaseStudiesPage(frame.site, page, cards, filters, frame.section_link("learning"))
        yield Output(page_path(at), "layouts/case-studies.html", inputs)


def _case_study(frame: Frame, item: CaseStudy) -> Output:
    record, address = frame.record, frame.addresses.of(item)
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
