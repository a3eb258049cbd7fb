"""Fields whose value names something else in the record."""

from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from site_builder.read.types.fields.text import Slug, as_text, is_slug

MISNAMED = "misnamed"
"""What the error is called for a text that can be no slug, where a slug is wanted."""


@dataclass(frozen=True)
class Refers:
    """Marks a field whose value is the slug (or id) of something else in the record."""

    kind: str


def _named(kind: str) -> BeforeValidator:
    """Return what refuses a name that no slug can be; what was meant is known once all is read."""

    def validate(value: Any) -> Any:
        value = as_text(value)
        if isinstance(value, str) and value.strip() and not is_slug(value.strip()):
            raise PydanticCustomError(MISNAMED, "{kind}", {"kind": kind})
        return value

    return BeforeValidator(validate)


MissionSlug = Annotated[Slug, _named("mission"), Refers("mission")]


PrincipleSlug = Annotated[Slug, _named("principle"), Refers("principle")]


CaseStudySlug = Annotated[Slug, _named("case study"), Refers("case study")]


PageSlug = Annotated[Slug, _named("page"), Refers("page")]


PlaceSlug = Annotated[Slug, _named("place"), Refers("place")]


PartnerSlug = Annotated[Slug, _named("partner"), Refers("partner")]


CommitmentId = Annotated[Slug, _named("commitment"), Refers("commitment")]


StewardSlug = Annotated[Slug, _named("steward"), Refers("steward")]


MandateLetterSlug = Annotated[Slug, _named("mandate letter"), Refers("mandate letter")]


DeliberationSlug = Annotated[Slug, _named("deliberation"), Refers("deliberation")]


BarrierSlug = Annotated[Slug, _named("barrier"), Refers("barrier")]
