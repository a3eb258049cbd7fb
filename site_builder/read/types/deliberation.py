"""A deliberation: people who thought a question through together, and what became of it."""

from typing import Literal

from pydantic import Field

from site_builder.read.types.fields.dates import Clock, Day, PartialDate
from site_builder.read.types.fields.references import CommitmentId, MissionSlug
from site_builder.read.types.fields.text import Part, Slug, Text
from site_builder.read.types.fields.web import WebAddress
from site_builder.read.types.item import Item
from site_builder.read.types.mission import StandingWay
from site_builder.read.types.parts.public_access import PublicAccess

DeliberationKind = Literal[
    "citizens-assembly", "citizens-jury", "citizens-panel", "consultation", "workshop", "other"
]
Response = Literal["accepted", "partly", "declined", "pending"]


class Phase(Part):
    """A stretch of the work, with its own purpose."""

    name: Text = Field(description="What this phase was for, in a few words.")
    starts: Day = Field(description="Its first day.")
    ends: Day = Field(description="Its last day.")


class Participants(Part):
    """Who took part, and how they came to be there."""

    number: int | None = Field(None, strict=True, ge=1, description="How many people took part.")
    how_chosen: Text = Field(description="How they were chosen.")
    representative_of: Text | None = Field(None, description="Whom they were chosen to reflect.")
    support: Text | None = Field(
        None, description="What helped them to take part: pay, childcare, travel, interpreting."
    )


class Session(Part):
    """One meeting of the deliberation."""

    id: Slug = Field(
        description="A short id, unique in this file; it never changes, and calendars know the "
        "session by it."
    )
    title: Text = Field(description="What the session was about, in a few words.")
    held_on: Day = Field(description="The day of the session.")
    starts: Clock | None = Field(None, description="When it starts, hours and minutes.")
    ends: Clock | None = Field(None, description="When it ends, hours and minutes.")
    ends_on: Day | None = Field(
        None, description="The day it ends, if that is another: after midnight, or days later."
    )
    venue: Text | None = Field(None, description="Where it is held.")
    public: PublicAccess = Field(
        PublicAccess(), description="How the public can watch, come or read."
    )
    called_off: Text | None = Field(
        None, description="Why it will not take place; the page and the calendar then say so."
    )


class Evidence(Part):
    """Something that the people who took part read or heard."""

    title: Text = Field(description="The title, and who gave it or published it.")
    url: WebAddress | None = Field(None, description="Its whole address, if it can be read.")
    date: PartialDate | None = Field(None, description="When it was published, as far as known.")


class Recommendation(Part):
    """One thing that was asked for, and the answer to it."""

    id: Slug = Field(description="A short id, unique in this file; it never changes.")
    text: Text = Field(description="What was recommended, in one or two sentences.")
    support: Text | None = Field(
        None, description="How many were for it, in words, for example: 31 of 36 members."
    )
    response: Response = Field(description="accepted, partly, declined or pending.")
    reason: Text | None = Field(
        None, description="Why; required when it was declined or taken up in part."
    )
    commitment: CommitmentId | None = Field(
        None, description="The id of the commitment that it became."
    )


class Deliberation(Item):
    """A question put to people who had the time and the evidence to think it through."""

    title: Text = Field(description="What it is called, in at most 65 characters.")
    mission: MissionSlug = Field(description="The slug of the mission it was held for.")
    kind: DeliberationKind = Field(
        description="citizens-assembly, citizens-jury, citizens-panel, consultation, workshop "
        "or other."
    )
    convened_by: Text = Field(description="Who called it together, as a role or a body.")
    question: Text = Field(description="The question that was put.")
    phases: tuple[Phase, ...] = Field(
        min_length=1, description="Its phases, in the order of their days; at least one."
    )
    participants: Participants | None = Field(
        None, description="Who took part, and how they were chosen and supported."
    )
    sessions: tuple[Session, ...] = Field((), description="Its meetings.")
    evidence: tuple[Evidence, ...] = Field((), description="What people read and heard.")
    vision_statement: Text | None = Field(None, description="The vision that people agreed on.")
    recommendations: tuple[Recommendation, ...] = Field(
        (), description="What was asked for, with the answer to each."
    )
    dissent: Text | None = Field(None, description="What some did not agree with, and why.")
    mechanisms: tuple[StandingWay, ...] = Field(
        (), description="The standing ways by which people stay involved afterwards."
    )
