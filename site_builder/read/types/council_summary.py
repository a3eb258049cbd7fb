"""A council summary: what was said, shown and promised at a quarterly meeting in public."""

from typing import Literal

from pydantic import Field

from site_builder.read.types.fields.dates import Clock, Day, PartialDate, QuarterField
from site_builder.read.types.fields.given_ids import ABOUT, GivenId
from site_builder.read.types.fields.references import (
    BarrierSlug,
    CaseStudySlug,
    CommitmentId,
    MissionSlug,
    StewardSlug,
)
from site_builder.read.types.fields.text import Part, Slug, Text
from site_builder.read.types.item import Item
from site_builder.read.types.parts.public_access import PublicAccess

SummaryState = Literal["announced", "draft", "agreed"]
CommitmentState = Literal["under-way", "kept", "changed", "dropped"]


class Attendee(Part):
    """Somebody who was there."""

    role: Text = Field(description="The role in which they came.")
    name: Text | None = Field(None, description="Their name, if it may be published.")
    steward: StewardSlug | None = Field(
        None, description="The slug of the steward who came; then `name` is left out."
    )


class AgendaItem(Part):
    """One item of the agenda."""

    item: Text = Field(description="What was discussed, in one line.")
    mission: MissionSlug | None = Field(None, description="The slug of the mission it was about.")


class MadeCommitment(Part):
    """A promise made at the meeting."""

    id: Slug = Field(description="A short id, unique on the site; it never changes.")
    text: Text = Field(description="What was promised, in one sentence.")
    owner: Text = Field(description="Who promised it, as a role or a body.")
    mission: MissionSlug = Field(description="The slug of the mission it is for.")
    due: PartialDate | None = Field(None, description="By when: a year, a month or a day.")
    barrier: BarrierSlug | None = Field(
        None, description="The slug of the barrier that it is meant to remove."
    )


class CommitmentUpdate(Part):
    """What became of a promise made earlier, in words; never a percentage or a colour."""

    commitment: CommitmentId = Field(description="The id of the commitment.")
    state: CommitmentState = Field(description="under-way, kept, changed or dropped.")
    note: Text = Field(description="What has happened since, in one or two sentences.")
    case_study: CaseStudySlug | None = Field(
        None, description="The slug of the case study that shows it."
    )


class PublicQuestion(Part):
    """A question that somebody from the public asked, and the answer."""

    question: Text = Field(description="The question, as it was asked.")
    answer: Text | None = Field(
        None, description="The answer; while it is left out, the page says that there is none."
    )
    by: Text | None = Field(None, description="Who answered or has to answer, as a role or a body.")


class Recognition(Part):
    """Thanks said in public for a piece of work."""

    who: Text = Field(description="Who is recognised, as a group, a role or a body.")
    for_what: Text = Field(alias="for", description="What for, in a few words that follow `for`.")
    case_study: CaseStudySlug | None = Field(
        None, description="The slug of the case study that tells of it."
    )


class CouncilSummary(Item):
    """The public record of one quarterly meeting of the council."""

    quarter: QuarterField = Field(description="The quarter, for example: 2025-Q1.")
    id: GivenId | None = Field(None, description=ABOUT)
    held_on: Day = Field(description="The day of the meeting.")
    starts: Clock | None = Field(None, description="When it starts, hours and minutes.")
    ends: Clock | None = Field(None, description="When it ends, hours and minutes.")
    ends_on: Day | None = Field(
        None, description="The day it ends, if that is another: after midnight, or days later."
    )
    venue: Text | None = Field(None, description="Where it is held.")
    chair: Text = Field(description="Who is in the chair, as a role.")
    state: SummaryState = Field(description="announced, draft or agreed.")
    public: PublicAccess = Field(
        PublicAccess(), description="How the public can watch, come or read."
    )
    called_off: Text | None = Field(
        None, description="Why it will not take place; the page and the calendar then say so."
    )
    attendance: tuple[Attendee, ...] = Field((), description="Who was there.")
    apologies: tuple[Text, ...] = Field((), description="Who could not come, as roles.")
    agenda: tuple[AgendaItem, ...] = Field(min_length=1, description="What was discussed.")
    case_studies: tuple[CaseStudySlug, ...] = Field(
        description="Slugs of the case studies told at the meeting."
    )
    commitments: tuple[MadeCommitment, ...] = Field((), description="What was promised.")
    commitment_updates: tuple[CommitmentUpdate, ...] = Field(
        (), description="What became of earlier promises."
    )
    no_word_on: tuple[CommitmentId, ...] = Field(
        (), description="Ids of open promises of which the meeting said nothing, as you know."
    )
    decisions: tuple[Text, ...] = Field((), description="What was decided, a sentence for each.")
    questions_from_public: tuple[PublicQuestion, ...] = Field(
        (), description="What the public asked, and the answers."
    )
    recognition: tuple[Recognition, ...] = Field(
        (), description="Whose work was recognised, and what for."
    )
    next_meeting: Day | None = Field(None, description="The day of the next meeting.")
