"""A barrier: something that stood in the way of people doing good work."""

from typing import Literal

from pydantic import Field

from site_builder.read.types.fields.dates import Day
from site_builder.read.types.fields.given_ids import ABOUT, GivenId
from site_builder.read.types.fields.text import Text
from site_builder.read.types.item import Item

BarrierKind = Literal[
    "kit", "rules", "data", "money", "accountability", "skills", "estate", "culture"
]
BarrierState = Literal["named", "owned", "removed", "stuck"]


class Barrier(Item):
    """Something in the way of frontline work, named in public until somebody removes it."""

    title: Text = Field(description="What stands in the way, in at most 65 characters.")
    id: GivenId | None = Field(None, description=ABOUT)
    kind: BarrierKind = Field(
        description="kit, rules, data, money, accountability, skills, estate or culture."
    )
    named_by: Text = Field(description="Who named it, as a role or a body.")
    named_on: Day = Field(description="The day on which it was named.")
    state: BarrierState = Field(description="named, owned, removed or stuck.")
    owner: Text | None = Field(
        None, description="Who has taken it on, as a role or a body; required once it is owned."
    )
    removed_on: Day | None = Field(None, description="The day it was gone; with `state: removed`.")
    what_helped: Text | None = Field(
        None, description="What removed it, or what has helped so far, in one or two sentences."
    )
