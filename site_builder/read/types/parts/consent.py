"""Consent: what somebody agreed to have shown of them, and until when."""

from typing import Literal

from pydantic import Field

from site_builder.read.types.fields.dates import Day
from site_builder.read.types.fields.text import Part, Slug, Text

Scope = Literal["name", "quote", "image"]


class Consent(Part):
    """What one person agreed to; none of it is published, it decides what else is."""

    id: Slug = Field(
        description="A short id, unique in this file, such as the number of the form: form-12."
    )
    who: Text = Field(
        description="Whose it is: the name that the page shows, or where the form is kept, such as "
        "form 12. Never the real name of somebody whom the page calls otherwise."
    )
    given_on: Day = Field(description="The day on which they agreed.")
    scope: tuple[Scope, ...] = Field(
        min_length=1, description="What they agreed to: name, quote, image, or several of them."
    )
    expires: Day | None = Field(
        None, description="The last day on which it holds; if left out, it has no end."
    )
    taken_back: Day | None = Field(
        None, description="The day on which they took it back; it then holds no more."
    )
