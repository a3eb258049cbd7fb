"""Rows of links to lists, each with how many things are in it; they are plain filters."""

from dataclasses import dataclass

from site_builder.compose.views import Link


@dataclass(frozen=True)
class Counted:
    """A link to a list, and how many things are in it."""

    link: Link
    count: int
    is_current: bool


@dataclass(frozen=True)
class Row:
    """Links under one title, such as "By state"."""

    title: str
    links: tuple[Counted, ...]
