"""Random edits of two sites: what changed is built anew, and it is what a build from nothing is."""

import random
import shutil
from collections.abc import Iterator
from pathlib import Path

from tests.compose.stories import write_pictured_story
from tests.conftest import SITES, SiteFolder
from tests.faults.trial import Tally
from tests.test_invariants import Edits, clean_files


def edits(folder: Path, count: int, dice: random.Random) -> Iterator[Tally]:
    """Edit a site that is exchanged, and one with pictures that is updated in place."""
    for name, in_place in (("a small site", False), ("a site with pictures, in place", True)):
        site = SiteFolder(folder / f"edits-{in_place}")
        shutil.copytree(SITES / "small", site.root)
        if in_place:
            write_pictured_story(site)
        yield _edited(name, site, folder / "clean", -(-count // 2), dice, in_place=in_place)


def _edited(
    name: str, site: SiteFolder, scratch: Path, count: int, dice: random.Random, *, in_place: bool
) -> Tally:
    tally, seed = Tally(f"random edits, {name}"), dice.randrange(10**6)
    random_edits = Edits(site, seed)
    site.build(in_place=in_place)
    for number in range(count):
        edit = random_edits.one()
        site.build(in_place=in_place)
        is_clean = site.files() == clean_files(site, scratch)
        tally.count(f"seed {seed}, edit {number}", [] if is_clean else [f"{edit} is not clean"])
    return tally
