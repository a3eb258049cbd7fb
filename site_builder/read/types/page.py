"""A page: about, accessibility, privacy, contact, how to take part."""

from pydantic import Field

from site_builder.read.types.fields.text import Text
from site_builder.read.types.item import Item


class Page(Item):
    """A page of the site that is none of the other types."""

    title: Text = Field(description="The page's title.")
    order: int = Field(
        100, strict=True, description="Where it stands in the footer; small comes first."
    )
