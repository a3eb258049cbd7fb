"""A steward: somebody who answers in public for a mission."""

from typing import Literal

from pydantic import Field

from site_builder.read.types.fields.dates import Day
from site_builder.read.types.fields.references import MissionSlug
from site_builder.read.types.fields.text import Text
from site_builder.read.types.item import Item

StewardKind = Literal["secretary-of-state", "minister", "permanent-secretary", "other"]


class Steward(Item):
    """Somebody who answers in public for one mission or several, for a time."""

    name: Text = Field(description="Their name, as the public knows them.")
    role: Text = Field(description="The role in which they answer for the mission.")
    department: Text | None = Field(None, description="The department or body they work in.")
    kind: StewardKind = Field(
        description="secretary-of-state, minister, permanent-secretary or other."
    )
    missions: tuple[MissionSlug, ...] = Field(
        min_length=1, description="Slugs of the missions they answer for; at least one."
    )
    from_day: Day = Field(alias="from", description="The day from which they answer for it.")
    until: Day | None = Field(None, description="The last day on which they did.")

    @property
    def title(self) -> str:
        """What a page or a list calls them."""
        return self.name
