"""A page: about, accessibility, privacy, contact, how to take part, and home."""

from typing import Literal

from pydantic import Field, field_validator

from site_builder.read.types.fields.references import CaseStudySlug
from site_builder.read.types.fields.text import Part, Text
from site_builder.read.types.item import Item
from site_builder.read.types.parts.authors import ABOUT as ABOUT_AUTHORS
from site_builder.read.types.parts.authors import AsWritten, Author, as_authors

HomePart = Literal["counts", "missions", "stories", "council", "follow", "take-part"]
"""What the home page is made of."""


class Home(Part):
    """How the home page is put together."""

    story: CaseStudySlug | None = Field(
        None, description="The story that leads, by its slug. If left out, the newest."
    )
    parts: tuple[HomePart, ...] = Field(
        ("counts", "missions", "stories", "council", "follow", "take-part"),
        description="What it shows, in this order: counts, missions, stories, council, follow and "
        "take-part. Counts always stand under the lead. What there is nothing of is left out.",
    )


class Page(Item):
    """A page of the site that is none of the other types."""

    title: Text = Field(description="The page's title.")
    author: tuple[Author, ...] = Field((), description=ABOUT_AUTHORS)
    order: int = Field(
        100, strict=True, description="Where it stands in the footer; small comes first."
    )
    home: Home | None = Field(
        None, description="How the home page is put together; for `pages/home.md` alone."
    )

    _byline = field_validator("author", mode="before", json_schema_input_type=AsWritten)(as_authors)
