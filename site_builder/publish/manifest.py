"""The manifest: what the last build wrote, so that this one can leave unchanged files alone.

It is only ever a help. A manifest that is missing, broken or from elsewhere is taken as empty, and
every file it speaks of is held against its digest before it is trusted.
"""

import json
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from site_builder.publish.keys import digest
from site_builder.read.whole_file import write_whole


@dataclass(frozen=True)
class Written:
    """A file that was written: the key it was made from, and the digest of its bytes."""

    key: str
    digest: str


def read_manifest(path: Path) -> Mapping[str, Written]:
    """Return what was written, by the file's path on the site; nothing when that is not known."""
    try:
        stamp, _, body = path.read_text("utf-8").partition("\n")
        if stamp != digest(body.encode()):
            return {}
        return {name: Written(*pair) for name, pair in json.loads(body).items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def write_manifest(path: Path, files: Mapping[str, Written]) -> None:
    """Write the manifest with a digest of itself in its first line.

    Where that can not be done, the next build does without: the site is published already.
    """
    known = {name: (one.key, one.digest) for name, one in sorted(files.items())}
    body = json.dumps(known, indent=0)
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, f"{digest(body.encode())}\n{body}".encode())


def keys_of_manifests(folder: Path) -> AbstractSet[str]:
    """Return the key of every file that the sites with a manifest in a folder have."""
    manifests = (read_manifest(path) for path in folder.glob("manifest-*.json"))
    return {written.key for files in manifests for written in files.values()}
