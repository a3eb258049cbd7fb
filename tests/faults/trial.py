"""A small site in two versions, and what must be true of it after any fault."""

import os
import shutil
import sys
import traceback
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from site_builder.publish.place.mark import MARK
from tests.conftest import SITES, SiteFolder
from tests.publish.place.following import missing_from

VERSIONS = ("Small record", "Other record")
FOREIGN = {
    "CNAME": b"record.example.org\n",
    ".well-known/security.txt": b"Contact: a@example.org\n",
}


@dataclass
class Tally:
    """How often something was tried, and what went wrong."""

    name: str
    tried: int = 0
    faults: list[str] = field(default_factory=list)

    def count(self, what: str, found: list[str]) -> None:
        """Count one trial with all that was found wrong."""
        self.tried += 1
        self.faults += [f"{what}: {one}" for one in found]


@dataclass
class TwoVersions:
    """A site that goes from one version to the other and back, with files of others in it."""

    site: SiteFolder
    in_place: bool
    clean: Mapping[str, Mapping[str, bytes]]
    """The files of each version as a build from nothing makes them."""
    now: str = VERSIONS[0]

    @classmethod
    def make(cls, folder: Path, *, in_place: bool = False) -> "TwoVersions":
        """Build both versions from nothing, and the site with files of others."""
        clean: dict[str, Mapping[str, bytes]] = {}
        for number, name in enumerate(VERSIONS):
            site = SiteFolder(folder / f"clean-{number}")
            shutil.copytree(SITES / "small", site.root)
            site.edit("mkdocs.yml", VERSIONS[0], name)
            site.build()
            clean[name] = site.files()
        site = SiteFolder(folder / "small")
        shutil.copytree(folder / "clean-0", site.root)
        if in_place:
            text = (site.root / "mkdocs.yml").read_text("utf-8")
            site.write("mkdocs.yml", f"{text}\nin_place: true\n")
        for path, data in FOREIGN.items():
            site.write(f"site/{path}", data)
        return cls(site, in_place, clean)

    def turn(self) -> None:
        """Edit the site so that the other version is what the next build makes."""
        then = VERSIONS[1 - VERSIONS.index(self.now)]
        self.site.edit("mkdocs.yml", f"site_name: {self.now}", f"site_name: {then}")
        self.now = then

    def wrong(self) -> list[str]:
        """Return what is wrong with the site as it stands, whichever version it is."""
        files = dict(self.site.files())
        found = [f"{path} is lost" for path in FOREIGN if files.pop(path, b"") != FOREIGN[path]]
        whole = self._without_work(files)
        if whole in self.clean.values():
            return found
        if not self.in_place:
            return [*found, f"half a site: {len(files)} files"]
        found += [f"{path} is missing" for path in missing_from(files)]
        return found + [
            f"{path} is cut"
            for path, data in whole.items()
            if path != MARK and data not in [version.get(path) for version in self.clean.values()]
        ]

    def wrong_next(self) -> list[str]:
        """Build once more; return what is wrong with a site that should be the version of now."""
        status = in_fork(self.site.build)
        expected = {**self.clean[self.now], **FOREIGN}
        found = [] if status == 0 else [f"the next build ended with {status}"]
        if self.site.files() != expected:
            found.append("the next build is not what a build from nothing is")
        left = {path.name for path in self.site.root.iterdir()} - {
            ".cache", "content", "mkdocs.yml", "site",
        }  # fmt: skip
        return found + [f"{name} is left" for name in sorted(left)]

    def _without_work(self, files: Mapping[str, bytes]) -> Mapping[str, bytes]:
        return {path: data for path, data in files.items() if not path.startswith(".missions.")}


def in_fork(work: Callable[[], object], log: Path | None = None) -> int:
    """Do some work in a process of its own, and return how it ended."""
    return ended(forked(work, log))


def forked(work: Callable[[], object], log: Path | None = None) -> int:
    """Start some work in a fork, and return the process. What it says goes to the log."""
    sys.stdout.flush()
    sys.stderr.flush()
    if process := os.fork():
        return process
    try:
        out = os.open(log or os.devnull, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        os.dup2(out, 1)
        os.dup2(out, 2)
        work()
        os._exit(0)
    except SystemExit as end:
        os._exit(end.code if isinstance(end.code, int) else 1)
    except BaseException:  # noqa: BLE001 - a fork must not go on as its parent
        traceback.print_exc()
        sys.stderr.flush()
        os._exit(99)


def ended(process: int) -> int:
    """Wait for a fork and return how it ended."""
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
