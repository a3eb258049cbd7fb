"""Why nothing was published, where people can see to it: each carries a message for them."""

import errno
from pathlib import Path

from site_builder.read.disk_names import printable

_FULL = "the disk is full. Make room, then build again"
_NOT_ALLOWED = "it may not be written to. Let this user write there, or choose another folder"
_WHY = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EFBIG: "a file would be larger than this system allows. Raise its limit",
    errno.EROFS: "the disk is read-only. Choose another folder, or let the disk be written to",
    errno.EACCES: _NOT_ALLOWED,
    errno.EPERM: _NOT_ALLOWED,
    errno.EIO: "the disk gave an error. Look after the disk, then build again",
    errno.ENOTDIR: "a part of its path is a file. Choose another folder",
    errno.ENAMETOOLONG: "a name is longer than this disk allows. Choose a shorter one",
}


_OF_THE_DISK = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EFBIG})
"""Failures that only writing can meet."""


class Refused(Exception):
    """Nothing was published; carries a message for whoever runs the build."""


class TargetNotOurs(Refused):
    """The folder to publish to holds something that no build made."""


class NotForPreviews(Refused):
    """The folder to publish to is that of the public site, and drafts would stand there."""


class AnotherBuild(Refused):
    """Another build has the folder that this one would publish to."""


class CanNotWrite(Refused):
    """The disk is full, or does not let itself be written to."""


class Disturbed(Refused):
    """Files of the new site were taken away while it was made."""


def refusal(target: Path, error: OSError) -> Refused | None:
    """Return what a failure of the system means to people, if they can do something about it."""
    why = _WHY.get(error.errno or 0)
    return CanNotWrite(f"{target} can not be written: {why}.") if why else None


def disk_refusal(error: OSError) -> str | None:
    """Return what to say of a disk that takes nothing more, whatever was being written."""
    if error.errno not in _OF_THE_DISK:
        return None
    what = "A file" if error.filename is None else printable(error.filename)
    return f"{what} can not be written: {_WHY[error.errno]}."
