"""What earlier builds found in pictures and files, kept so that no build looks twice."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from site_builder.read.files.own_file import OwnFile
from site_builder.read.kept.kept_files import KeptFiles
from site_builder.read.kept.known_files import Known, read_known_files, write_known_files
from site_builder.read.kept.known_images import read_known_images, write_known_images
from site_builder.read.pictures.images import ImageFile, Shape

_IMAGES, _FILES = "images.json", "files.json"


@dataclass(frozen=True)
class Before:
    """What earlier builds found; it is only ever a help."""

    images: Mapping[str, Shape] = field(default_factory=dict)
    files: Known = field(default_factory=dict)
    texts: KeptFiles = field(default_factory=KeptFiles)


def read_before(cache: Path, texts: KeptFiles) -> Before:
    """Return what is known in the folder of a cache, beside the texts that are kept there."""
    return Before(read_known_images(cache / _IMAGES), read_known_files(cache / _FILES), texts)


def write_before(cache: Path, images: Iterable[ImageFile], files: Iterable[OwnFile]) -> None:
    """Write down what is known now; where that can not be done, the next build looks anew."""
    write_known_images(cache / _IMAGES, images)
    write_known_files(cache / _FILES, files)
