"""A case study: a story of frontline service, what showed its need and what was learned."""

from pydantic import Field, field_validator

from site_builder.read.types.fields.dates import Day, PartialDate
from site_builder.read.types.fields.given_ids import ABOUT, GivenId
from site_builder.read.types.fields.references import (
    BarrierSlug,
    CommitmentId,
    MissionSlug,
    PartnerSlug,
    PlaceSlug,
    PrincipleSlug,
)
from site_builder.read.types.fields.text import Number, Part, Slug, Text
from site_builder.read.types.fields.web import WebAddress
from site_builder.read.types.item import Item
from site_builder.read.types.parts.authors import ABOUT as ABOUT_AUTHORS
from site_builder.read.types.parts.authors import AsWritten, Author, as_authors


class PrincipleShown(Part):
    """A way of working that the story is an example of."""

    principle: PrincipleSlug = Field(description="The slug of the principle.")
    how: Text = Field(description="How the story shows it, in one sentence.")


class Learning(Part):
    """What was learned, results beside doubts."""

    tried: Text = Field(description="What was tried.")
    happened: Text = Field(description="What happened, good or bad.")
    next: Text = Field(description="What is being done because of it.")
    unknown: Text = Field(description="What is still not known.")


class Outcome(Part):
    """One result, in words first; the figure may stand beside them."""

    text: Text = Field(description="The result in one sentence.")
    for_whom: Text | None = Field(None, description="Who it made a difference to.")
    before: Number | None = Field(None, description="The figure before; with `after`.")
    after: Number | None = Field(None, description="The figure after; with `before`.")
    value: Number | None = Field(
        None, description="The figure, as a number, where there is none from before."
    )
    unit: Text | None = Field(None, description="What the figures count.")
    period: Text | None = Field(None, description="The time that the figures are for.")
    source: Slug | None = Field(None, description="The `id` of one of this story's sources.")

    @property
    def has_figure(self) -> bool:
        """Tell whether a number stands beside the words."""
        return any(figure is not None for figure in (self.before, self.after, self.value))


class Voice(Part):
    """What somebody close to the work said."""

    name: Text | None = Field(None, description="Their name, if it may be published.")
    pseudonym: Text | None = Field(
        None, description="A made-up name in place of theirs; the page says that it is one."
    )
    role: Text = Field(description="Who they are in this story, for example: a tenant.")
    quote: Text = Field(description="What they said, word for word, without quotation marks.")
    consent: Slug | None = Field(None, description="The `id` of their consent, in this file.")
    source: Slug | None = Field(
        None,
        description="The `id` of the source of this story that published name and words before; "
        "then `consent` is left out.",
    )


class Source(Part):
    """Where a fact was read."""

    id: Slug = Field(description="A short id, used by `outcomes` and in the text.")
    title: Text = Field(description="The title, and who published it.")
    url: WebAddress = Field(description="Its whole address.")
    date: PartialDate | None = Field(None, description="When it was published, as far as known.")


class CaseStudy(Item):
    """A story of frontline public service that embodies a mission and shows the need for it."""

    title: Text = Field(description="What happened, and where, in at most 65 characters.")
    date: Day = Field(description="The day the story was first published here.")
    author: tuple[Author, ...] = Field((), description=ABOUT_AUTHORS)
    id: GivenId | None = Field(None, description=ABOUT)
    mission: MissionSlug = Field(description="The slug of the one mission it mainly serves.")
    also_missions: tuple[MissionSlug, ...] = Field(
        (), description="Slugs of other missions that it serves."
    )
    place: PlaceSlug = Field(description="The slug of the place, from the register of places.")
    partners: tuple[PartnerSlug, ...] = Field(
        min_length=1, description="Slugs from the register of partners; at least one."
    )
    principles: tuple[PrincipleShown, ...] = Field(
        min_length=1, description="The ways of working it shows; at least one."
    )
    need: Text = Field(description="What showed the need.")
    change: Text = Field(description="What was done differently.")
    permission: Text | None = Field(None, description="What staff were allowed to do.")
    learning: Learning = Field(description="What was tried, what happened, what is next.")
    outcomes: tuple[Outcome, ...] = Field((), description="Results, each with its source.")
    voices: tuple[Voice, ...] = Field((), description="What people close to the work said.")
    barriers: tuple[BarrierSlug, ...] = Field(
        (), description="Slugs of the barriers that the work ran into."
    )
    commitments: tuple[CommitmentId, ...] = Field(
        (), description="Ids of the commitments that it shows, before a council says so or after."
    )
    try_this: Text | None = Field(None, description="One thing that another place could try.")
    sources: tuple[Source, ...] = Field(
        min_length=1, description="Where the facts were read; at least one."
    )
    caveats: Text | None = Field(None, description="What a careful reader should know.")

    _byline = field_validator("author", mode="before", json_schema_input_type=AsWritten)(as_authors)
