"""A fingerprint of the code that reads: what it made of a file is kept for itself alone."""

import sys
from functools import cache
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path

LIBRARIES = (
    "anyascii",
    "markdown",
    "markupsafe",
    "nh3",
    "pydantic",
    "pydantic_core",
    "pymdown-extensions",
    "pyyaml",
)
"""Those whose work stands in what is read; a test compares them with what the code imports."""


@cache
def code_that_reads() -> bytes:
    """Return a digest of the modules of `read`, of their libraries and of Python."""
    said = [f"{name} {version(name)}" for name in LIBRARIES]
    rest = "\0".join([*said, sys.version]).encode()
    return blake2b(code_in(Path(__file__).parent.parent) + rest, digest_size=16).digest()


@cache
def code_in(package: Path) -> bytes:
    """Return a digest of the modules of a package, and of those below it."""
    whole = blake2b(digest_size=16)
    for path in sorted(package.rglob("*.py")):
        whole.update(f"{path.relative_to(package).as_posix()}\0".encode())
        whole.update(path.read_bytes())
    return whole.digest()
