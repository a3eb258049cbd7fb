"""What a site decides about files of its own: which kinds it takes, and how large they may be."""

import re
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from site_builder.read.files.kinds import MEDIA_TYPES, PROGRAMS
from site_builder.read.types.fields.text import mistake

MEGABYTE = 1_000_000
LARGEST = 100
"""Megabytes: what the large keepers of git repositories take as one file."""


def _ending(value: Any) -> Any:
    """Return an ending without the dot that may stand before it."""
    return value.strip().lower().removeprefix(".") if isinstance(value, str) else value


def _type(value: str) -> str:
    if not re.fullmatch("[a-z0-9]{1,12}", value):
        raise mistake("is not the ending of a file", "Write it like this: pdf")
    if value in PROGRAMS:
        fix = "Take it out; a program can be linked to where its makers publish it"
        raise mistake("is the ending of a program, which no site publishes", fix)
    return value


def _megabytes(value: int) -> int:
    if value < 1:
        raise mistake("lets no file in", "Write how many megabytes, for example: 100")
    return value


Ending = Annotated[str, BeforeValidator(_ending), AfterValidator(_type)]
"""The ending of the names of files of a kind, such as pdf."""


Megabytes = Annotated[int, AfterValidator(_megabytes)]
"""How many million bytes."""


class FileLimits(BaseModel):
    """Which files of your own are published."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    types: tuple[Ending, ...] = Field(
        tuple(MEDIA_TYPES),
        description="The endings that files may have, in the place of those that are usual.",
    )
    largest_megabytes: Megabytes = Field(
        LARGEST, description="How many megabytes one file may have."
    )

    @property
    def most(self) -> int:
        """The most bytes that a file may have."""
        return self.largest_megabytes * MEGABYTE
