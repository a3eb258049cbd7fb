"""What an earlier build found in files, so that this one need not open them to know it.

It is only ever a help, as `known_images` is: what is missing, broken, or from another version of
this code is taken for none.
"""

import inspect
import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path

from site_builder.read.files import notes, signatures
from site_builder.read.files.own_file import OwnFile
from site_builder.read.whole_file import write_whole

Known = Mapping[str, tuple[tuple[str, str], ...]]
"""What is noted in files, by the digest of their bytes and their ending."""
_LIBRARIES = ("lxml", "pillow", "pypdf")


def name_of(digest: str, ending: str) -> str:
    """Return the name under which something is known."""
    return f"{digest}.{ending}"


def read_known_files(path: Path) -> Known:
    """Return what is noted in files; nothing when none is known."""
    try:
        stamp, _, body = path.read_text("utf-8").partition("\n")
        if stamp != _stamp(body):
            return {}
        known = json.loads(body).items()
        return {name: tuple((sort, said) for sort, said in found) for name, found in known}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def write_known_files(path: Path, files: Iterable[OwnFile]) -> None:
    """Write down what is known of files; where that can not be done, the next build looks anew."""
    known = {name_of(one.digest, one.ending): one.notes for one in files if not one.is_cleaned}
    body = json.dumps(dict(sorted(known.items())), indent=0)
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, f"{_stamp(body)}\n{body}".encode())


def _stamp(body: str) -> str:
    code = (inspect.getsource(module).encode() for module in (notes, signatures))
    libraries = (version(name).encode() for name in _LIBRARIES)
    return blake2b(b"\0".join((body.encode(), *code, *libraries)), digest_size=16).hexdigest()
