"""What every content type carries: its place in the files, its words, its editorial state."""

from typing import Literal

from pydantic import Field

from site_builder.read.prose.prose import Prose
from site_builder.read.types.fields.dates import Day, Moment
from site_builder.read.types.fields.text import FocusField, Language, Part, Slug, Text
from site_builder.read.types.parts.consent import Consent

Status = Literal["draft", "published", "withdrawn"]
ChangeKind = Literal["new", "substantial", "correction", "minor"]

FROM_THE_FILE = frozenset({"slug", "path", "prose"})
"""Fields of an item that come from its file and can not be written in front matter."""


class LeadImage(Part):
    """The image at the head of an item."""

    file: Text = Field(description="Path of the image, seen from this file.")
    alt: Text | None = Field(
        None, description="What the image shows, for people who do not see it."
    )
    decorative: bool = Field(
        default=False, description="True when the image tells nothing; then no `alt`."
    )
    caption: Text | None = Field(None, description="One line shown under the image.")
    credit: Text | None = Field(None, description="Who made the image, and its licence.")
    people: tuple[Slug, ...] | None = Field(
        None,
        description="The `id` of the consent of each person who can be recognised; an empty list, "
        "[], when nobody can.",
    )
    focus: FocusField | None = Field(
        None,
        description="The point that stays when the image is cut to fit a card, as two percentages: "
        "from the left and from the top. If left out, the middle.",
    )


class Change(Part):
    """A change made after publication, told to readers."""

    date: Day = Field(description="The day of the change.")
    note: Text = Field(description="What changed and why, in full sentences.")
    kind: ChangeKind = Field(
        "substantial",
        description="new, substantial, correction or minor; a minor change does not reach feeds.",
    )


class Withdrawal(Part):
    """Why an item is no longer shown; its address goes on answering."""

    on: Day = Field(description="The day it was withdrawn.")
    reason: Text = Field(description="Why, in words the public can read.")
    replaced_by: Slug | None = Field(
        None, description="The slug of the item of the same type that replaces it."
    )


class Item(Part):
    """One Markdown file of a content type."""

    slug: Slug = Field(description="The file's name without its ending; the end of the address.")
    path: str = Field(description="The file, seen from the folder of the settings.")
    prose: Prose = Field(description="The text under the front matter.")

    summary: Text = Field(
        description="What happened, why and the result, in one or two plain sentences."
    )
    lang: Language | None = Field(None, description="The language of this item, if not the site's.")
    aliases: tuple[Slug, ...] = Field(
        (), description="Earlier slugs of this item, oldest first; each still leads here."
    )
    image: LeadImage | None = Field(None, description="The image at the head of the item.")
    consent: tuple[Consent, ...] = Field(
        (), description="What people who are quoted or shown in this file agreed to."
    )
    illustrative: bool = Field(
        default=False,
        description="True for an invented example; the page and the feed then say so.",
    )
    review_by: Day | None = Field(None, description="The day by which the item must be read again.")
    contact: Text | None = Field(None, description="Who to ask about this item.")
    status: Status = Field("published", description="draft, published or withdrawn.")
    publish_at: Moment | None = Field(
        None, description="The moment, with its time zone, before which the item is nowhere."
    )
    withdrawn: Withdrawal | None = Field(
        None, description="When and why the item was withdrawn; with `status: withdrawn`."
    )
    changes: tuple[Change, ...] = Field(
        (), description="What changed after publication, for readers to see."
    )

    @property
    def first_slug(self) -> str:
        """The slug under which the item was first published; feed ids are made from it."""
        return self.aliases[0] if self.aliases else self.slug
