"""What a site decides about the rules of writing: how much each weighs, and what it knows."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from site_builder.read.types.fields.text import Language, Text

Grade = Literal["off", "hint", "warning", "error"]
"""How much a rule weighs: an error stops a build, a warning does under `--strict`."""


def _off(value: Any) -> Any:
    """Return `off` as the word that it is; YAML takes it for false."""
    return "off" if value is False else value


RuleGrades = Mapping[str, Annotated[Grade, BeforeValidator(_off)]]
"""Rules by their ids, each with its grade."""


class Checks(BaseModel):
    """What the check asks of the texts of a site, where that differs from what it asks of any."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    rules: RuleGrades = Field(
        {},
        description="Rules by their ids, each `off`, `hint`, `warning` or `error`.",
    )
    acronyms: tuple[Text, ...] = Field(
        (), description="Acronyms that all your readers know, beside those that everybody knows."
    )
    languages: tuple[Language, ...] = Field(
        (),
        description="The languages in which every story, mission and page must stand; the file in "
        "another language has that at the end of its name, such as `warm-homes-cy.md`.",
    )
