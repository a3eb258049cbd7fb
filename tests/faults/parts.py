"""The parts of the bench: each tries many times and tells what failed."""

import errno
import os
import random
import shutil
import signal
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config

from site_builder.doors.cli import main
from site_builder.doors.preview import Preview
from tests.conftest import SiteFolder
from tests.faults.shim import Shim, refused
from tests.faults.trial import Tally, TwoVersions, ended, forked, in_fork
from tests.publish.place.following import missing_from

WAYS = {"exchanged": False, "in place": True}
PHASES = ("staging", "swap or update", "tidying up", "manifest and caches")


def kills(folder: Path, count: int, dice: random.Random) -> Iterator[Tally]:
    """Kill builds at chosen steps of each phase, and at random moments, in both ways."""
    for way, in_place in WAYS.items():
        two = TwoVersions.make(folder / f"kills-{in_place}", in_place=in_place)
        steps, seconds = _steps_of(two)
        each = -(-count // (2 * (len(PHASES) + 1)))
        for phase in PHASES:
            tally = Tally(f"killed while {phase}, {way}")
            for at in _spread([n for n, name in enumerate(steps) if name == phase], each, dice):
                two.turn()
                in_fork(partial(_build_with, two, Shim(two.site.root, at)))
                tally.count(f"step {at}", [*two.wrong(), *two.wrong_next()])
            yield tally
        yield _killed_at_random(two, f"killed at a random moment, {way}", each, seconds, dice)


def _killed_at_random(
    two: TwoVersions, name: str, count: int, seconds: float, dice: random.Random
) -> Tally:
    tally = Tally(name)
    for _ in range(count):
        two.turn()
        process, moment = forked(two.site.build), dice.uniform(0, seconds)
        time.sleep(moment)
        os.kill(process, signal.SIGKILL)
        ended(process)
        tally.count(f"after {moment:.2f} s", [*two.wrong(), *two.wrong_next()])
    return tally


def _steps_of(two: TwoVersions) -> tuple[Sequence[str], float]:
    """Return the phase of each step of a build, and how long it takes."""
    listing = two.site.root.parent / "steps"

    def build() -> None:
        shim = Shim(two.site.root)
        _build_with(two, shim)
        descriptor = os.open(listing, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.write(descriptor, "\n".join(shim.steps).encode())

    for _ in range(2):  # the second has both versions in its cache
        two.turn()
        start = time.monotonic()
        in_fork(build)
    return listing.read_text("utf-8").split("\n"), time.monotonic() - start


def _build_with(two: TwoVersions, shim: Shim) -> None:
    shim.install()
    two.site.build()


def _spread(steps: Sequence[int], count: int, dice: random.Random) -> Sequence[int]:
    """Return so many steps, the first and the last among them, and none twice if it can be."""
    ends = [*steps[:1], *steps[-1:]]
    more = dice.sample(steps[1:-1], min(max(count - 2, 0), max(len(steps) - 2, 0)))
    again = dice.choices(steps, k=max(0, count - len(ends) - len(more)))
    return [*ends, *more, *again][:count]


def disk(folder: Path, count: int, dice: random.Random) -> Iterator[Tally]:
    """Let the disk be full, and then broken, at each of the first writes of a build."""
    for way, in_place in WAYS.items():
        two = TwoVersions.make(folder / f"disk-{in_place}", in_place=in_place)
        log = folder / f"disk-{in_place}.log"
        for number in (errno.ENOSPC, errno.EIO):
            tally = Tally(f"{errno.errorcode[number]} at each of the first writes, {way}")
            for at in range(count):
                tally.count(f"write {at}", _one_write_fails(two, at, number, log))
            yield tally


def _one_write_fails(two: TwoVersions, at: int, number: int, log: Path) -> list[str]:
    was = two.now
    two.turn()
    log.unlink(missing_ok=True)
    shim = Shim(two.site.root, at, refused(number), only_writes=True)
    status = in_fork(lambda: _cli_with(two, shim), log)
    found = two.wrong()
    version = two.now if status == 0 else was
    files = two.site.files()
    if any(files.get(path) != data for path, data in two.clean[version].items()):
        found.append(f"it ended with {status}, and the site is not that of “{version}”")
    said = log.read_text("utf-8")
    if "Traceback" in said or status not in (0, 3):
        found.append(f"it ended with {status} and said: {said[-300:]}")
    return [*found, *two.wrong_next()]


def _cli_with(two: TwoVersions, shim: Shim) -> None:
    os.chdir(two.site.root)
    shim.install()
    main(["build"])


def overlaps(folder: Path, count: int, dice: random.Random) -> Iterator[Tally]:
    """Let two or three builds run at once, by each door, with a cache and without one."""
    two = TwoVersions.make(folder / "overlaps")
    doors: Sequence[Callable[[], object]] = (_missions, _mkdocs, _serve)
    for is_cold in (True, False):
        for size in (2, 3):
            tally = Tally(f"{size} at once, {'cold' if is_cold else 'warm'}")
            for _ in range(-(-count // 4)):
                two.turn()
                chosen = [_missions, *dice.choices(doors, k=size - 1)]
                if is_cold:
                    shutil.rmtree(two.site.root / ".cache", ignore_errors=True)
                tally.count(_names(chosen), _at_once(two, chosen, folder / "overlaps.log", dice))
            yield tally


def _at_once(
    two: TwoVersions, doors: Sequence[Callable[[], object]], log: Path, dice: random.Random
) -> list[str]:
    log.unlink(missing_ok=True)
    processes = []
    for door in doors:
        processes.append(forked(partial(_from, two.site, door), log))
        time.sleep(dice.uniform(0, 0.4))
    statuses = [ended(process) for process in processes]
    found = [*two.wrong(), *_wrong_preview(two.site)]
    if set(statuses) - {0, 4} or 0 not in statuses:
        found.append(f"they ended with {statuses}: {log.read_text('utf-8')[-300:]}")
    files = two.site.files()
    if any(files.get(path) != data for path, data in two.clean[two.now].items()):
        found.append(f"it is not the last version that was published; they ended with {statuses}")
    return found


def _wrong_preview(site: SiteFolder) -> list[str]:
    files = site.files(".cache/preview")
    return [f"{path} is missing in the preview" for path in missing_from(files)] if files else []


def _from(site: SiteFolder, door: Callable[[], object]) -> None:
    os.chdir(site.root)
    door()


def _missions() -> None:
    main(["build"])


def _mkdocs() -> None:
    config = load_config("mkdocs.yml")
    config.plugins.on_startup(command="build", dirty=False)
    try:
        mkdocs_build(config)
    finally:
        config.plugins.on_shutdown()


def _serve() -> None:
    preview = Preview(SiteFolder(Path.cwd()).settings, 0)
    preview.rebuild()
    preview.shutdown()


def _names(doors: Sequence[Callable[[], object]]) -> str:
    return " and ".join(door.__name__.strip("_") for door in doors)
