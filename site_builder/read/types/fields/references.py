"""Fields whose value names something else in the record."""

from dataclasses import dataclass
from typing import Annotated

from site_builder.read.types.fields.text import Slug


@dataclass(frozen=True)
class Refers:
    """Marks a field whose value is the slug (or id) of something else in the record."""

    kind: str


MissionSlug = Annotated[Slug, Refers("mission")]


PrincipleSlug = Annotated[Slug, Refers("principle")]


CaseStudySlug = Annotated[Slug, Refers("case study")]


PageSlug = Annotated[Slug, Refers("page")]


PlaceSlug = Annotated[Slug, Refers("place")]


PartnerSlug = Annotated[Slug, Refers("partner")]


CommitmentId = Annotated[Slug, Refers("commitment")]


StewardSlug = Annotated[Slug, Refers("steward")]


MandateLetterSlug = Annotated[Slug, Refers("mandate letter")]


DeliberationSlug = Annotated[Slug, Refers("deliberation")]


BarrierSlug = Annotated[Slug, Refers("barrier")]
