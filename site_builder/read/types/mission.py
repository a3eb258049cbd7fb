"""A mission: a goal that many own together."""

from pydantic import Field

from site_builder.read.types.fields import Colour, Text
from site_builder.read.types.item import Item


class Mission(Item):
    """A goal that government, citizens and others work towards together."""

    title: Text = Field(description="The mission's short name.")
    statement: Text = Field(description="The goal in one sentence.")
    why_it_matters: Text | None = Field(None, description="Why the goal matters to people.")
    horizon: Text | None = Field(None, description="By when, in words, for example: by 2030.")
    colour: Colour | None = Field(
        None,
        description="The mission's colour on white paper; the dark twin is worked out from it.",
    )
    order: int = Field(100, strict=True, description="Where it stands in lists; small comes first.")
