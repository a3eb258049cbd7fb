"""A file of one's own as it will be published: how large it is, and a digest of its bytes.

A large file is never held as a whole: its digest is worked out, and it is copied, part by part.
Pictures, which are small, are published without what their cameras noted.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from site_builder.read.files.kinds import ROOT, ending_of, media_type_of
from site_builder.read.pictures.images import ChangedWhileBuilding
from site_builder.read.pictures.safe_svg import safe_svg
from site_builder.read.pictures.without_metadata import without_metadata

PART = 1 << 16
"""How many bytes of a file are held at once."""


@dataclass(frozen=True)
class OwnFile:
    """A file of `content/files/` or `content/root/` that may be published."""

    path: str
    """The file, seen from the folder of the settings."""
    address: str
    """Where it answers on the site."""
    file: Path
    """Where it is on this machine."""
    digest: str
    """A digest of its bytes as they are published."""
    size: int
    """How many bytes are published."""
    is_cleaned: bool = False
    """Whether something is taken out of it, so that other bytes are published than it has."""
    notes: tuple[tuple[str, str], ...] = ()
    """What is noted in it and stays there; see `notes`."""

    @property
    def ending(self) -> str:
        """The ending of its name, in small letters and without the dot."""
        return ending_of(self.address)

    @property
    def is_linked(self) -> bool:
        """Whether links and the data lead to it; what stands at the root is for machines."""
        return not self.path.endswith(f"/{ROOT}/{self.address}")

    @property
    def media_type(self) -> str:
        return media_type_of(self.address)

    def parts(self) -> Iterator[bytes]:
        """Yield the bytes that are published, part by part.

        Raises ChangedWhileBuilding when they are others than they were, OSError when none.
        """
        seen = blake2b(digest_size=16)
        for part in self._parts():
            seen.update(part)
            yield part
        if seen.hexdigest() != self.digest:
            raise ChangedWhileBuilding(f"{self.file} changed while it was used; build again.")

    def _parts(self) -> Iterator[bytes]:
        if self.is_cleaned:
            yield cleaned(self.file.read_bytes(), self.ending)
            return
        with self.file.open("rb") as opened:
            while part := opened.read(PART):
                yield part


def cleaned(data: bytes, ending: str) -> bytes:
    """Return a picture as it is published. Raises CanNotTell for one that is broken."""
    return safe_svg(data).data if ending == "svg" else without_metadata(data, ending)
