"""Published images as templates see them."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Candidate:
    """One of the sizes of a picture."""

    address: str
    width: int
    """Pixels across."""


@dataclass(frozen=True)
class PictureSource:
    """The sizes of a picture in one format."""

    media_type: str
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True)
class Picture:
    """A published image with its words."""

    address: str
    """The file for readers that show one file and no choice of several, such as feed readers."""
    media_type: str
    """The format of that file."""
    width: int
    height: int
    candidates: tuple[Candidate, ...]
    """The same format in all sizes, the smallest first."""
    sources: tuple[PictureSource, ...]
    """The formats that a browser should try before."""
    alt: str
    caption: str | None = None
    credit: str | None = None
