"""What is so at the place that a site is of, and the kinds that a body knows: `place` and `kinds`.

They stand in the settings and not in `content/registers/`: they are decided once, when a site is
set up, by whoever runs it; what authors write is read by them; and one file says all of it.
"""

from collections.abc import Mapping
from importlib.resources import files
from typing import Annotated, Any, Literal, get_args

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from site_builder.read.place.facts import DEFAULT, Facts
from site_builder.read.place.outlines import nearest_outline, outline_names
from site_builder.read.types.fields.text import Text, is_slug
from site_builder.read.types.registers import nation_slug

Month = Literal[
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
]  # fmt: skip
Named = tuple[tuple[str, str], ...]
"""Slugs, each with the words for it; no words for one that has them already."""


def _slip(what: str, fix: str) -> PydanticCustomError:
    return PydanticCustomError("place", "", {"what": what, "fix": fix})


def _zone(value: str) -> str:
    zones = files("tzdata").joinpath("zones").read_text("utf-8").split()
    if value not in zones:
        fix = "Write it as area and city, for example: America/Toronto"
        raise _slip("is no time zone that is known", fix)
    return value


def _outline(value: str) -> str:
    if value not in outline_names():
        near = nearest_outline(value)
        hint = f'Did you mean "{near}"? ' if near else ""
        fix = f"{hint}Name a country, or a part of one with its country: Ontario, Canada"
        raise _slip("has no outline here", fix)
    return value


def _nation(value: str) -> str:
    if not nation_slug(value):
        raise _slip("can not be the end of an address", "Write the name in letters from a to z")
    return value


def _entries(value: Any) -> Any:
    """Return a list of kinds, each written `slug`, or `slug: What it is called`."""
    if not isinstance(value, list):
        fix = "Write each on a line of its own that begins with a dash"
        raise _slip("is not a list", fix)
    return tuple(_entry(one) for one in value)


def _entry(value: Any) -> tuple[str, str]:
    pair = (value, "") if isinstance(value, str) else None
    if isinstance(value, Mapping) and len(value) == 1:
        slug, name = next(iter(value.items()))
        pair = (slug, name) if isinstance(name, str) and name.strip() else None
    if not pair or not isinstance(pair[0], str) or not is_slug(pair[0]):
        fix = "Write a name in small letters with dashes, and what it is called: `parish: Parishes`"
        raise _slip("names no kind", fix)
    return pair


def _named(known: tuple[str, ...]) -> AfterValidator:
    """Return what refuses a slug that has no words, of the product or of the site."""

    def validate(value: Named) -> Named:
        for slug, name in value:
            if not name and slug not in known:
                raise _slip(f"has {slug}, which nothing is said for", f"Write `{slug}: …`")
        return value

    return AfterValidator(validate)


NationName = Annotated[Text, AfterValidator(_nation)]
OutlineName = Annotated[Text, AfterValidator(_outline)]
ZoneName = Annotated[Text, AfterValidator(_zone)]
Tiers = Annotated[Named, BeforeValidator(_entries), _named(DEFAULT.tiers)]
PartnerKinds = Annotated[Named, BeforeValidator(_entries), _named(DEFAULT.partner_kinds)]
StewardKinds = Annotated[Named, BeforeValidator(_entries), _named(DEFAULT.steward_kinds)]
BarrierKinds = Annotated[Named, BeforeValidator(_entries), _named(DEFAULT.barrier_kinds)]
LISTS = (Tiers, PartnerKinds, StewardKinds, BarrierKinds)
"""The closed lists that a body sets."""


class PlaceOfSite(BaseModel):
    """The place that a site is of: its country and what is in it, its clocks and its year."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    country: Text = Field(
        DEFAULT.country, description="The country, or whatever the site is of as a whole."
    )
    nations: tuple[NationName, ...] | None = Field(
        None,
        description="What the country is first divided into, in the order of lists: nations, "
        "provinces, boroughs. With one of them a place need not name it. If left out, the nations "
        "of the United Kingdom, or of another country that alone.",
    )
    capital: Text | None = Field(
        None,
        description="The region of the capital; the page of places says how many stories come from "
        "beyond it. If left out, London in the United Kingdom, and nothing is said elsewhere.",
    )
    outline: OutlineName | None = Field(
        None,
        description="Whose outline the map has: a country, or a part of one with its country, such "
        "as `Ontario, Canada`. If left out, the country's.",
    )
    tiers: Tiers = Field(
        tuple((one, "") for one in DEFAULT.tiers),
        description="How large a place may be, each with a sentence: `ward: A ward in {where}.`",
    )
    time_zone: ZoneName | None = Field(
        None,
        description="The zone of its clocks, such as `America/Toronto`; needed for a country other "
        "than the United Kingdom, whose is Europe/London.",
    )
    year_starts: Month = Field(
        "January", description="The month with which a year of four quarters begins."
    )
    quiet_weeks: int = Field(
        DEFAULT.quiet_weeks,
        ge=1,
        strict=True,
        description="After how many weeks without a story it is said of a mission.",
    )


class Kinds(BaseModel):
    """The kinds that a body knows of partners, stewards and barriers."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    partner: PartnerKinds = Field(
        tuple((one, "") for one in DEFAULT.partner_kinds),
        description="Kinds of partner, in the order of lists: `parish: Parish councils`.",
    )
    steward: StewardKinds = Field(
        tuple((one, "") for one in DEFAULT.steward_kinds),
        description="Kinds of steward: `portfolio-holder: Portfolio holder`.",
    )
    barrier: BarrierKinds = Field(
        tuple((one, "") for one in DEFAULT.barrier_kinds),
        description="Kinds of barrier, in the order of lists: `parking: Parking`.",
    )


def facts_of(place: PlaceOfSite, kinds: Kinds) -> Facts:
    """Return the facts of a place, by which content is read."""
    is_elsewhere = place.country != DEFAULT.country
    nations = place.nations or (() if is_elsewhere else DEFAULT.nations)
    return Facts(
        country=place.country,
        nations=tuple(dict.fromkeys((*nations, place.country))),
        capital=place.capital or (None if is_elsewhere or place.nations else DEFAULT.capital),
        outline=place.outline or place.country,
        tiers=_slugs(place.tiers),
        partner_kinds=_slugs(kinds.partner),
        steward_kinds=_slugs(kinds.steward),
        barrier_kinds=_slugs(kinds.barrier),
        time_zone=place.time_zone or DEFAULT.time_zone,
        year_starts=get_args(Month).index(place.year_starts) + 1,
        quiet_weeks=place.quiet_weeks,
    )


def words_of(place: PlaceOfSite, kinds: Kinds) -> Mapping[str, str]:
    """Return what the settings call things, by the keys of the words of the interface."""
    nations = (name for name in facts_of(place, kinds).nations if name not in DEFAULT.nations)
    return {
        **{f"nations.{nation_slug(name)}": name for name in nations},
        **{f"places.tiers.{slug}": name for slug, name in place.tiers if name},
        **{f"partner_kinds.{slug}": name for slug, name in kinds.partner if name},
        **{f"stewards.kinds.{slug}": name for slug, name in kinds.steward if name},
        **{f"barriers.kinds.{slug}": name for slug, name in kinds.barrier if name},
        **{f"barriers.kind_meanings.{slug}": f"{name}." for slug, name in kinds.barrier if name},
    }


def names_in_text(facts: Facts) -> Mapping[str, str]:
    """Return what the place is called inside a sentence, where the language says nothing else."""
    return {f"in_text.{nation_slug(one)}": one for one in (facts.country, facts.outline)}


def _slugs(named: Named) -> tuple[str, ...]:
    return tuple(slug for slug, _ in named)
