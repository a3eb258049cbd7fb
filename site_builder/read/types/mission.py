"""A mission: a goal that many own together."""

from typing import Literal

from pydantic import Field

from site_builder.read.types.fields.dates import Day
from site_builder.read.types.fields.references import (
    CaseStudySlug,
    DeliberationSlug,
    PageSlug,
    PartnerSlug,
)
from site_builder.read.types.fields.text import Colour, Part, Slug, Text
from site_builder.read.types.fields.web import EmailAddress, WebAddress
from site_builder.read.types.item import Item

AssumptionState = Literal["untested", "holds", "in-doubt", "wrong"]


class StandingWay(Part):
    """A way to stay involved that has no end."""

    title: Text = Field(description="What people can do, in a few words.")
    how: Text = Field(description="How to do it, in one or two sentences.")
    url: WebAddress | None = Field(None, description="Where to do it, on another site.")
    email: EmailAddress | None = Field(None, description="Where to write to.")
    page: PageSlug | None = Field(None, description="The slug of the page here that says more.")


class WayToTakePart(StandingWay):
    """Something that anybody can do for the mission, or say to it."""

    until: Day | None = Field(None, description="The last day on which it can be done.")
    standing: bool = Field(default=False, description="True when it can always be done.")


class Vision(Part):
    """What life is like once the mission has succeeded."""

    text: Text = Field(description="The vision, in one or two sentences.")
    validated_on: Day | None = Field(None, description="The day on which people agreed to it.")
    deliberation: DeliberationSlug | None = Field(
        None, description="The slug of the deliberation in which they did."
    )
    illustrative: bool = Field(
        default=False,
        description="True when this vision is an invented example; the page then says so.",
    )


class LeadsTo(Part):
    """A step of the theory: this is expected to lead to that outcome."""

    outcome: Slug = Field(description="The `id` of an outcome of this theory.")
    case_studies: tuple[CaseStudySlug, ...] = Field(
        (), description="Slugs of the case studies that give evidence for this step."
    )


class ExpectedOutcome(Part):
    """Something that would have to come true for the mission to succeed."""

    id: Slug = Field(description="A short id, unique in this file.")
    text: Text = Field(description="The outcome, in a few words.")
    leads_to: tuple[LeadsTo, ...] = Field((), description="The outcomes that it leads to.")


class Actor(Part):
    """A partner, and what it does for the mission."""

    partner: PartnerSlug = Field(description="The slug of the partner, from the register.")
    does: Text = Field(description="What it does, in a few words.")
    because: Text | None = Field(None, description="Why it is the one to do so.")
    leads_to: tuple[LeadsTo, ...] = Field(
        min_length=1, description="The outcomes that this leads to; at least one."
    )


class Assumption(Part):
    """Something that the theory takes for granted, and that could turn out wrong."""

    text: Text = Field(description="What is taken for granted, in one sentence.")
    tested_by: CaseStudySlug | None = Field(
        None, description="The slug of the case study that puts it to the test."
    )
    state: AssumptionState = Field("untested", description="untested, holds, in-doubt or wrong.")


class TheoryOfAction(Part):
    """Who does what, what it is expected to lead to, and what that takes for granted."""

    outcomes: tuple[ExpectedOutcome, ...] = Field(
        min_length=1, description="What would have to come true; at least one."
    )
    actors: tuple[Actor, ...] = Field(min_length=1, description="Who does what; at least one.")
    assumptions: tuple[Assumption, ...] = Field((), description="What is taken for granted.")
    illustrative: bool = Field(
        default=False,
        description="True when this theory is an invented example; the page then says so.",
    )


class Rewording(Part):
    """A change to the wording of the goal, with its reason."""

    date: Day = Field(description="The day of the change.")
    from_text: Text = Field(alias="from", description="The wording before.")
    to: Text = Field(description="The wording after.")
    because: Text = Field(description="Why it was changed.")
    asked_by: Text | None = Field(None, description="Who asked for it, as a role or a body.")
    deliberation: DeliberationSlug | None = Field(
        None, description="The slug of the deliberation that asked for it."
    )
    illustrative: bool = Field(
        default=False,
        description="True when this change is an invented example; the page then says so.",
    )


class Mission(Item):
    """A goal that government, citizens and others work towards together."""

    title: Text = Field(description="The mission's short name.")
    statement: Text = Field(description="The goal in one sentence.")
    why_it_matters: Text | None = Field(None, description="Why the goal matters to people.")
    vision: Vision | None = Field(
        None, description="What life is like once the mission has succeeded, and who agreed to it."
    )
    theory_of_action: TheoryOfAction | None = Field(
        None, description="Who does what, what leads to what, and what is taken for granted."
    )
    wording_history: tuple[Rewording, ...] = Field(
        (), description="How the goal's wording changed, oldest first, and why."
    )
    open_questions: tuple[Text, ...] = Field(
        (), description="What nobody knows yet, and the mission would have to find out."
    )
    ways_to_take_part: tuple[WayToTakePart, ...] = Field(
        (), description="What people can do, and until when."
    )
    horizon: Text | None = Field(None, description="By when, in words, for example: by 2030.")
    colour: Colour | None = Field(
        None,
        description="The mission's colour on white paper; the dark twin is worked out from it.",
    )
    order: int = Field(100, strict=True, description="Where it stands in lists; small comes first.")
