"""A mission: a goal that many own together."""

from pydantic import Field

from site_builder.read.types.fields import (
    Colour,
    Day,
    EmailAddress,
    PageSlug,
    Part,
    Text,
    WebAddress,
)
from site_builder.read.types.item import Item


class WayToTakePart(Part):
    """Something that anybody can do for the mission, or say to it."""

    title: Text = Field(description="What people can do, in a few words.")
    how: Text = Field(description="How to do it, in one or two sentences.")
    url: WebAddress | None = Field(None, description="Where to do it, on another site.")
    email: EmailAddress | None = Field(None, description="Where to write to.")
    page: PageSlug | None = Field(None, description="The slug of the page here that says more.")
    until: Day | None = Field(None, description="The last day on which it can be done.")
    standing: bool = Field(default=False, description="True when it can always be done.")


class Mission(Item):
    """A goal that government, citizens and others work towards together."""

    title: Text = Field(description="The mission's short name.")
    statement: Text = Field(description="The goal in one sentence.")
    why_it_matters: Text | None = Field(None, description="Why the goal matters to people.")
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
