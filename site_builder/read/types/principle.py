"""A principle: one of the ways of working that a site's stories show."""

from pydantic import Field

from site_builder.read.types.fields.text import Text
from site_builder.read.types.item import Item


class Principle(Item):
    """A way of working that case studies give examples of."""

    title: Text = Field(description="The principle's name.")
    order: int = Field(100, strict=True, description="Where it stands in lists; small comes first.")
