"""An event: something that any citizen can come to or follow."""

from pydantic import Field

from site_builder.read.types.fields.dates import Clock, Day
from site_builder.read.types.fields.given_ids import ABOUT, GivenId
from site_builder.read.types.fields.references import DeliberationSlug, MissionSlug
from site_builder.read.types.fields.text import Text
from site_builder.read.types.item import Item
from site_builder.read.types.parts.public_access import PublicAccess


class Event(Item):
    """Something that any citizen can come to; councils and sessions join it in the calendar."""

    title: Text = Field(description="What it is, in at most 65 characters.")
    id: GivenId | None = Field(None, description=ABOUT)
    held_on: Day = Field(description="The day of the event.")
    starts: Clock | None = Field(None, description="When it starts, hours and minutes.")
    ends: Clock | None = Field(None, description="When it ends, hours and minutes.")
    ends_on: Day | None = Field(
        None, description="The day it ends, if that is another: after midnight, or days later."
    )
    venue: Text | None = Field(None, description="Where it is held.")
    mission: MissionSlug | None = Field(None, description="The slug of the mission it is for.")
    deliberation: DeliberationSlug | None = Field(
        None, description="The slug of the deliberation it belongs to."
    )
    public: PublicAccess = Field(
        PublicAccess(), description="How the public can watch, come or read."
    )
    called_off: Text | None = Field(
        None, description="Why it will not take place; the page and the calendar then say so."
    )
