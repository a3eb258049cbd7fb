"""A page: about, accessibility, privacy, contact, how to take part."""

from pydantic import Field, field_validator

from site_builder.read.types.fields.text import Text
from site_builder.read.types.item import Item
from site_builder.read.types.parts.authors import ABOUT as ABOUT_AUTHORS
from site_builder.read.types.parts.authors import AsWritten, Author, as_authors


class Page(Item):
    """A page of the site that is none of the other types."""

    title: Text = Field(description="The page's title.")
    author: tuple[Author, ...] = Field((), description=ABOUT_AUTHORS)
    order: int = Field(
        100, strict=True, description="Where it stands in the footer; small comes first."
    )

    _byline = field_validator("author", mode="before", json_schema_input_type=AsWritten)(as_authors)
