"""The branch that `gh-deploy` pushes to: what is on it now, so that nothing is pushed for nothing.

MkDocs makes a commit at each deploy, whether or not a byte changed, and takes away what is on the
branch and not in the site: also the file CNAME, in which GitHub keeps the domain of a site.
"""

import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from site_builder.publish.place.ownership import DOMAIN

_NO_JEKYLL = ".nojekyll"
"""An empty file that MkDocs adds to every deploy."""

Files = Mapping[str, tuple[str, str]]
"""The mode and the object of each file, as git knows them, by its path."""


@dataclass(frozen=True)
class PagesBranch:
    """A branch of a remote repository, as it is there and not as it was when last fetched."""

    commit: str
    files: Files

    @property
    def has_history(self) -> bool:
        """Whether the branch has more than one commit."""
        return _git("rev-parse", "--verify", "--quiet", f"{self.commit}^") is not None

    def is_made_of(self, folder: Path) -> bool:
        """Tell whether a deploy of a folder would change nothing on the branch."""
        return bool(self.files) and self.files == files_in(folder)

    def keep_domain(self, folder: Path) -> str | None:
        """Put the branch's domain into a folder that says none, and return it.

        A domain that the site itself brings wins.
        """
        kept = self.files.get(DOMAIN)
        data = _git("cat-file", "blob", kept[1]) if kept else None
        if data is None or (folder / DOMAIN).exists():
            return None
        (folder / DOMAIN).write_bytes(data)
        return data.decode(errors="replace").strip()


def published_branch(remote: str, branch: str) -> PagesBranch | None:
    """Return a branch of a remote, or None where it is not there or can not be asked."""
    listed = _git("ls-remote", remote, f"refs/heads/{branch}")
    if not listed:
        return None
    commit = listed.split()[0].decode()
    if _git("cat-file", "-e", commit) is None:
        _git("fetch", "--quiet", "--no-tags", remote, f"refs/heads/{branch}")
    lines = _git("ls-tree", "-r", "-z", "--full-tree", commit)
    return PagesBranch(commit, dict(map(_entry, lines.split(b"\0")[:-1]))) if lines else None


def files_in(folder: Path) -> Files:
    """Return the files that a deploy of a folder would put on the branch."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    named = "".join(f"{path}\n" for path in files).encode()
    ids = (_git("hash-object", "--no-filters", "--stdin-paths", given=named) or b"").split()
    found = {
        path.relative_to(folder).as_posix(): (_mode(path), one.decode())
        for path, one in zip(files, ids, strict=True)
    }
    return found | {
        _NO_JEKYLL: ("100644", (_git("hash-object", "--stdin") or b"").decode().strip())
    }


def _mode(path: Path) -> str:
    return "100755" if os.access(path, os.X_OK) else "100644"


def _entry(line: bytes) -> tuple[str, tuple[str, str]]:
    about, _, path = line.partition(b"\t")
    mode, _kind, name = about.decode().split()
    return os.fsdecode(path), (mode, name)


def _git(*words: str, given: bytes = b"") -> bytes | None:
    """Return what git answers in the folder of the command, or None where it refuses or is not."""
    try:
        done = subprocess.run(["git", *words], input=given, capture_output=True, check=False)  # noqa: S603, S607
    except OSError:
        return None
    return None if done.returncode else done.stdout
