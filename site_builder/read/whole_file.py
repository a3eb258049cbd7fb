"""Write a file whole or not at all, whoever else writes it at the same time."""

import os
from contextlib import suppress
from pathlib import Path


def write_whole(file: Path, data: bytes) -> None:
    """Put data in the place of a file in one step, by way of a name that nobody else uses.

    Raises OSError when that can not be done; the file is then as it was.
    """
    scratch = file.with_name(f".{file.name}.{os.urandom(8).hex()}.new")
    try:
        scratch.write_bytes(data)
        scratch.replace(file)
    except BaseException:
        with suppress(OSError):
            scratch.unlink()
        raise
