"""The registers: places and partners, each entry named once and used by its slug."""

import re
from typing import Literal
from unicodedata import combining, normalize

from pydantic import Field

from site_builder.read.types.fields.text import Part, Slug, Text
from site_builder.read.types.fields.web import WebAddress

Nation = Literal["England", "Scotland", "Wales", "Northern Ireland", "United Kingdom"]
WHOLE_COUNTRY: Nation = "United Kingdom"
"""What stands for the nation where a story is of all of them."""
Tier = Literal["neighbourhood", "town", "city", "county", "region", "nation"]
PartnerKind = Literal[
    "citizens",
    "frontline-workers",
    "civil-society",
    "trade-union",
    "business",
    "local-government",
    "devolved-government",
    "department",
    "nhs",
    "research",
    "community",
]


def nation_slug(nation: str) -> str:
    """Return the end of a nation's address, without the marks of its letters."""
    plain = "".join(one for one in normalize("NFKD", nation.casefold()) if not combining(one))
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


class RegisterEntry(Part):
    """One entry of a register; its key is its slug."""

    slug: Slug = Field(description="The entry's key in the register; the end of its address.")
    name: Text = Field(description="The name as the public knows it.")
    aliases: tuple[Slug, ...] = Field(
        (),
        description="Earlier slugs of this entry, oldest first, and those of entries that were "
        "merged into it; each still leads here.",
    )

    @property
    def first_slug(self) -> str:
        """The slug under which the entry was first published; its id is made from it."""
        return self.aliases[0] if self.aliases else self.slug

    @property
    def title(self) -> str:
        return self.name


class Place(RegisterEntry):
    """Where a story happened."""

    nation: Nation = Field(
        description="The nation, the province, or what else the country is first divided into; "
        "may be left out where the settings name only one."
    )
    region: Text = Field(description="The region, county or other area.")
    tier: Tier | None = Field(None, description="How large a place it is.")
    lat: float | None = Field(
        None, ge=-90, le=90, description="Latitude in decimal degrees (WGS 84), if one place."
    )
    lon: float | None = Field(
        None, ge=-180, le=180, description="Longitude in decimal degrees (WGS 84), if one place."
    )

    @property
    def nation_slug(self) -> str:
        return nation_slug(self.nation)

    @property
    def full_name(self) -> str:
        return self.name if self.name == self.nation else f"{self.name}, {self.nation}"


class Partner(RegisterEntry):
    """Who did the work, or made it possible."""

    kind: PartnerKind = Field(description="What sort of body or group it is.")
    url: WebAddress | None = Field(None, description="The partner's own site.")
