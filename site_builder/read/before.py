"""What earlier builds found in pictures and files, kept so that no build looks twice."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from site_builder.read.files.known_files import Known, read_known_files, write_known_files
from site_builder.read.files.own_file import OwnFile
from site_builder.read.pictures.images import ImageFile, Shape
from site_builder.read.pictures.known_images import read_known_images, write_known_images

_IMAGES, _FILES = ".cache/images.json", ".cache/files.json"


@dataclass(frozen=True)
class Before:
    """What earlier builds found; it is only ever a help."""

    images: Mapping[str, Shape] = field(default_factory=dict)
    files: Known = field(default_factory=dict)


def read_before(root: Path) -> Before:
    """Return what is known at the folder of the settings; nothing when none is."""
    return Before(read_known_images(root / _IMAGES), read_known_files(root / _FILES))


def write_before(root: Path, images: Iterable[ImageFile], files: Iterable[OwnFile]) -> None:
    """Write down what is known now; where that can not be done, the next build looks anew."""
    write_known_images(root / _IMAGES, images)
    write_known_files(root / _FILES, files)
