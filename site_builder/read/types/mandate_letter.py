"""A mandate letter: what a steward is asked to do, said in public."""

from pydantic import Field

from site_builder.read.types.fields.dates import Day
from site_builder.read.types.fields.references import (
    MandateLetterSlug,
    MissionSlug,
    PrincipleSlug,
    StewardSlug,
)
from site_builder.read.types.fields.text import Part, Text
from site_builder.read.types.item import Item


class Ask(Part):
    """One thing that the letter asks for."""

    text: Text = Field(description="What is asked, in one or two sentences.")
    principle: PrincipleSlug | None = Field(
        None, description="The slug of the way of working that it asks for."
    )


class MandateLetter(Item):
    """A public letter that asks a steward to work towards missions in certain ways."""

    title: Text = Field(description="What the letter is called, in at most 65 characters.")
    to: StewardSlug = Field(description="The slug of the steward it is written to.")
    sender: Text = Field(alias="from", description="Who writes, as a role or a body.")
    date: Day = Field(description="The day of the letter.")
    missions: tuple[MissionSlug, ...] = Field(
        min_length=1, description="Slugs of the missions it is about; at least one."
    )
    asks: tuple[Ask, ...] = Field(min_length=1, description="What is asked; at least one.")
    supersedes: MandateLetterSlug | None = Field(
        None, description="The slug of the earlier version that this letter takes the place of."
    )
