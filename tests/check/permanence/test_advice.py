"""Every piece of advice, followed to the letter, ends in what the check accepts, each id its own.

A table of what people do with files and registers; what the check says is carried out, the site is
prepared, and every id that was published tells of the text that it told of, or of a withdrawal.
Then all of it is undone, and the same holds once more.
"""

import re
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from site_builder.doors.record import record
from tests.check.permanence.advice import Follower, told
from tests.compose.barriers import write_barrier
from tests.compose.stories import write_story
from tests.conftest import SITES, SiteFolder

PLACES = "content/registers/places.yml"
PARTNERS = "content/registers/partners.yml"
STORIES = "content/case-studies"
WIGAN, PIER, HULL = (f"{STORIES}/{slug}.md" for slug in ("wigan", "pier", "hull"))
GONE = "This case study was withdrawn"
Do = Callable[[SiteFolder], None]


def words(about: str, start: int = 0, end: int = 90) -> str:
    """Return a text that shares no word with that of anything else."""
    return " ".join(f"{about}{number}" for number in range(start, end)) + "."


def move(old: str, new: str) -> Do:
    def do(site: SiteFolder) -> None:
        (site.root / old).rename(site.root / new)

    return do


def edit(path: str, old: str, new: str) -> Do:
    return lambda site: site.edit(path, old, new)


def delete(path: str) -> Do:
    return lambda site: (site.root / path).unlink()


def add(slug: str, *, about: str = "", date: str = "2025-03-07", extra: str = "") -> Do:
    about = about or slug

    def do(site: SiteFolder) -> None:
        write_story(site, slug, about.title(), date=date, extra=extra, body=words(about))

    return do


def exchange(*paths: str) -> Do:
    """Give each file the name of the next."""

    def do(site: SiteFolder) -> None:
        texts = [(site.root / path).read_bytes() for path in paths]
        for path, text in zip((*paths[1:], paths[0]), texts, strict=True):
            site.write(path, text)

    return do


def rename_entry(old: str, new: str) -> Do:
    def do(site: SiteFolder) -> None:
        site.edit(PLACES, f"{old}: {{", f"{new}: {{")
        for path in (site.root / STORIES).glob("*.md"):
            text = path.read_text("utf-8").replace(f"place: {old}\n", f"place: {new}\n")
            path.write_text(text, "utf-8")

    return do


def merge_entry(old: str, into: str) -> Do:
    def do(site: SiteFolder) -> None:
        text = (site.root / PLACES).read_text("utf-8")
        site.write(PLACES, re.sub(rf"^{old}: .*\n", "", text, flags=re.M))
        site.edit(f"{STORIES}/pier.md", f"place: {old}\n", f"place: {into}\n")

    return do


def swap_entries(site: SiteFolder) -> None:
    text = (site.root / PLACES).read_text("utf-8")
    text = re.sub(r"^ely:", "swap:", text, flags=re.M)
    text = re.sub(r"^ely-town:", "ely:", text, flags=re.M)
    site.write(PLACES, re.sub(r"^swap:", "ely-town:", text, flags=re.M))


def published_rename(site: SiteFolder) -> None:
    """Rename a story with its alias, and publish that."""
    edit(WIGAN, "---\n", "---\naliases: [wigan]\n")(site)
    move(WIGAN, f"{STORIES}/cosy.md")(site)
    record(site.settings())


@dataclass(frozen=True)
class Case:
    """What somebody did, which way out is taken, and what each id then tells."""

    name: str
    does: tuple[Do, ...]
    ids: Mapping[str, str]
    """Titles by the end of ids, where they are others than before."""
    prefer: str = ""
    before: Do | None = None
    is_accepted: bool = False
    """Whether the check has nothing to say from the start."""


SAME = {"wigan": "Wigan", "pier": "Pier"}
CASES = (
    Case("rename", (move(WIGAN, HULL),), SAME),
    Case(
        "rename and rewrite a part",
        (edit(WIGAN, words("wigan"), words("wigan", 0, 50) + words("new")), move(WIGAN, HULL)),
        SAME,
        prefer="under a new name",
    ),
    Case(
        "rename and rewrite all",
        (delete(WIGAN), add("hull", date="2025-03-06")),
        SAME | {"wigan": "Hull"},
        prefer="under a new name",
    ),
    Case("swap two names", (exchange(WIGAN, PIER),), SAME),
    Case("swap three names", (exchange(WIGAN, PIER, f"{STORIES}/dune.md"),), SAME),
    Case(
        "merge two stories",
        (edit(WIGAN, words("wigan"), words("wigan") + words("pier")), delete(PIER)),
        SAME | {"pier": GONE},
        prefer="all",
    ),
    Case(
        "merge two stories by an alias",
        (edit(WIGAN, "---\n", "---\naliases: [wigan, pier]\n"), delete(PIER)),
        SAME | {"pier": GONE},
    ),
    Case(
        "delete and add on one day",
        (delete(WIGAN), add("hull", date="2025-03-06")),
        SAME | {"wigan": GONE, "hull": "Hull"},
        prefer="taken down",
    ),
    Case("delete by a slip", (delete(WIGAN),), SAME),
    Case("delete", (delete(WIGAN),), SAME | {"wigan": GONE}, prefer="take it down"),
    Case("overwrite with another", (move(PIER, WIGAN),), SAME),
    Case(
        "reuse a name for another text",
        (add("wigan", about="hull", date="2025-03-06"),),
        SAME | {"wigan-of-its-own": "Hull"},
        prefer="another one",
    ),
    Case(
        "tell the same anew",
        (add("wigan", about="hull", date="2025-03-06"),),
        SAME | {"wigan": "Hull"},
        prefer="told anew",
    ),
    Case(
        "reuse an earlier name, the alias there",
        (add("wigan", about="hull"),),
        SAME | {"wigan-of-its-own": "Hull"},
        prefer="another name",
        before=published_rename,
    ),
    Case(
        "reuse an earlier name, the alias gone",
        (add("wigan", about="hull"), edit(f"{STORIES}/cosy.md", "aliases: [wigan]\n", "")),
        SAME | {"wigan-of-its-own": "Hull"},
        prefer="another name",
        before=published_rename,
    ),
    Case("correct a date", (edit(WIGAN, "2025-03-06", "2025-03-09"),), SAME, prefer="was wrong"),
    Case("slip in a date", (edit(WIGAN, "2025-03-06", "2025-03-09"),), SAME, prefer="If not"),
    Case(
        "correct the day of a barrier",
        (edit("content/barriers/wall.md", "2025-01-11", "2025-01-12"),),
        SAME,
        prefer="was wrong",
    ),
    Case(
        "correct a quarter",
        (
            edit("content/council/2025-q1.md", "quarter: 2025-Q1", "quarter: 2024-Q4"),
            move("content/council/2025-q1.md", "content/council/2024-q4.md"),
        ),
        SAME,
        prefer="was wrong",
    ),
    Case(
        "aliases out of order",
        (edit(f"{STORIES}/cosy.md", "[wigan]", "[warm, wigan]"),),
        SAME,
        before=published_rename,
    ),
    Case("rename a place", (rename_entry("ely", "city-of-ely"),), SAME),
    Case("merge two places", (merge_entry("ely-town", "ely"),), SAME, prefer="went into"),
    Case("swap two places", (swap_entries,), SAME),
    Case(
        "rename a promise",
        (
            edit("content/council/2025-q1.md", "id: second-street", "id: second-streets"),
            edit("content/council/2025-q2.md", ": second-street", ": second-streets"),
        ),
        SAME,
    ),
)


@pytest.fixture
def published(recorded: SiteFolder, tmp_path: Path) -> SiteFolder:
    """Return a site with three stories and two places of its own, all of it published."""
    return SiteFolder(shutil.copytree(recorded.root, tmp_path / "published"))


@pytest.fixture(scope="module")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> SiteFolder:
    """Return the site that is copied."""
    root = shutil.copytree(SITES / "small", tmp_path_factory.mktemp("recorded") / "small")
    site = SiteFolder(root)
    more = (
        "ely: {name: The city of Ely, nation: England, region: Fens}\n"
        "ely-town: {name: Ely town, nation: England, region: Fens}\n"
    )
    site.write(PLACES, (site.root / PLACES).read_text("utf-8") + more)
    write_barrier(site, "wall", "A wall", named_on="2025-01-11")
    write_story(site, "wigan", "Wigan", date="2025-03-06", body=words("wigan"))
    write_story(site, "pier", "Pier", date="2025-03-07", body=words("pier"))
    write_story(site, "dune", "Dune", date="2025-03-08", body=words("dune"))
    site.edit(WIGAN, "place: leeds", "place: ely")
    site.edit(PIER, "place: leeds", "place: ely-town")
    record(site.settings())
    return site


def ids(found: Mapping[str, str]) -> dict[str, str]:
    """Return what feeds tell of stories, by the name at the end of each id."""
    return {
        id_.rpartition("/")[2]: title
        for id_, title in found.items()
        if re.fullmatch(r"tag:[^/]*:case-study/[a-z-]+", id_)
    }


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_advice_that_is_followed_ends_well_and_so_does_its_undoing(
    published: SiteFolder, case: Case
) -> None:
    """No id is lost, and none tells of another text; what is recorded once is recorded for good."""
    site = published
    if case.before:
        case.before(site)
    before = _files(site)
    every = told(site)
    known = ids(every)
    for do in case.does:
        do(site)
    follower = Follower(site, before, case.prefer)
    assert follower.errors() or case.is_accepted
    follower.follow()
    found = told(site)
    now = ids(found)
    assert every.keys() <= found.keys()
    expected = {name: title for name, title in {**known, **case.ids}.items() if name in now}
    assert now == expected
    assert known.keys() <= now.keys()
    record(site.settings())
    history = {**before, **_files(site)}
    _undo(site, before)
    Follower(site, history, "taken down").follow()
    told_now = ids(told(site))
    assert now.keys() <= told_now.keys()
    back = {name: one for name, one in told_now.items() if name in now and one != GONE}
    assert back == {name: known.get(name) or now[name] for name in back}


def _files(site: SiteFolder) -> Mapping[str, bytes]:
    return {f"content/{path}": data for path, data in site.files("content").items()}


def _undo(site: SiteFolder, before: Mapping[str, bytes]) -> None:
    """Put every file back as it was, but for the ledger."""
    for path in _files(site):
        if path not in before:
            (site.root / path).unlink()
    for path, data in before.items():
        if not path.endswith("permanent.tsv"):
            site.write(path, data)
