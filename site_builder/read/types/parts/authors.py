"""The byline: who wrote a text, or answers for its words."""

from typing import Any, Literal

from pydantic import Field

from site_builder.read.types.fields.text import Part, Text
from site_builder.read.types.fields.web import WebAddress

ABOUT = (
    "Who wrote it, as readers see it: a name, or a list of names; with `name`, `kind` and `link` "
    "under it where it is a person or has a page. If left out, the publisher of the site."
)
"""What the field says of itself, in every type that has it."""


class Author(Part):
    """One of those who wrote a text; a byline is their own choice, so it asks for no consent."""

    name: Text = Field(description="The name, as readers see it.")
    kind: Literal["organisation", "team", "person"] = Field(
        "organisation", description="organisation, team or person, for machines that read it."
    )
    link: WebAddress | None = Field(None, description="Their own page, on another site.")


AsWritten = str | Author | tuple[str | Author, ...]
"""The ways to write a byline."""


def as_authors(value: Any) -> Any:
    """Return a byline as a list of parts, however short it is written."""
    written = value if isinstance(value, list | tuple) else [value]
    if value is None:
        return value
    return [{"name": one} if isinstance(one, str | int | float) else one for one in written]
