"""What earlier builds made of files is a help that can be lost, broken, shared or strange."""

import ast
import pickle
import random
import sqlite3
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from site_builder.read import content as content_module
from site_builder.read.content import Content, read_content
from site_builder.read.front_matter.plain_yaml import WrittenDecimal
from site_builder.read.kept import code_that_reads as code
from site_builder.read.kept import kept
from site_builder.read.kept import kept_files as kept_module
from site_builder.read.kept.before import Before
from site_builder.read.kept.kept_files import kept_files
from site_builder.read.place.facts import Facts
from site_builder.read.scan import Found
from tests.conftest import SiteFolder

ROOT = Path(__file__).parents[3]
NAMES = {"PIL": "pillow", "pymdownx": "pymdown-extensions", "yaml": "pyyaml"}
"""Libraries that are imported by another name."""
BROKEN = "---\ntitle: [\nsummary: 12\n---\nA [link](nowhere.md) and a <blink>word</blink>.\n"


def read(root: Path, cache: Path) -> Content:
    """Read a site as a build does."""
    with kept_files(cache) as kept:
        return read_content(root, before=Before(texts=kept))


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Give the paths of the files that are truly read, in a list that grows."""
    paths: list[str] = []
    text = content_module._text

    def counted(file: Found, facts: Facts) -> Iterator[content_module.Read]:
        paths.append(file.path)
        return text(file, facts)

    monkeypatch.setattr(content_module, "_text", counted)
    return paths


def test_nothing_is_read_twice(site: SiteFolder, made: list[str]) -> None:
    """The second time all comes back as it was, problems and gaps included."""
    site.write("content/pages/broken.md", BROKEN)
    plain, cache = read_content(site.root), site.root / ".cache" / "read.sqlite"
    first = read(site.root, cache)
    made.clear()
    assert plain == first == read(site.root, cache)
    assert plain.problems
    assert made == []


@pytest.mark.parametrize("root", [ROOT, *sorted((ROOT / "tests" / "sites_invalid").iterdir())])
def test_all_that_can_be_read_is_kept_to_the_last_attribute(
    root: Path, tmp_path: Path, made: list[str]
) -> None:
    """The demonstration and every site of mistakes come back with every type and attribute."""
    first = read(root, tmp_path / "read.sqlite")
    made.clear()
    again = read(root, tmp_path / "read.sqlite")
    assert made == []
    assert difference(first, again) == ""


def difference(one: Any, other: Any, way: str = "content") -> str:
    """Return the way to the first thing in which two values differ, types included."""
    if type(one) is not type(other):
        return f"{way}: {type(one)} and {type(other)}"
    if isinstance(one, Mapping):
        parts = [(repr(name), one[name], other.get(name)) for name in one]
    elif isinstance(one, list | tuple):
        parts = [(str(at), *pair) for at, pair in enumerate(zip(one, other, strict=True))]
    else:
        named = getattr(one, "__dict__", {})
        parts = [(name, named[name], vars(other).get(name)) for name in named]
        if not parts and one != other:
            return f"{way}: {one!r} and {other!r}"
    found = (difference(a, b, f"{way}.{name}") for name, a, b in parts if not callable(a))
    return next(filter(None, found), "")


def test_one_edit_is_one_reading(site: SiteFolder, made: list[str]) -> None:
    """A changed file is read, and so is one with the same bytes in another place."""
    cache = site.root / ".cache" / "read.sqlite"
    read(site.root, cache)
    made.clear()
    page = site.root / "content" / "pages" / "about.md"
    site.write("content/pages/again.md", page.read_bytes())
    page.write_text(page.read_text("utf-8") + "\nOne more sentence.\n", "utf-8")
    assert read(site.root, cache) == read_content(site.root)
    assert made[:2] == ["content/pages/about.md", "content/pages/again.md"]
    made.clear()
    read(site.root, cache)
    assert made == []


def test_what_is_no_file_any_more_is_dropped(site: SiteFolder) -> None:
    """The cache grows with the content, and not with its history."""
    cache = site.root / ".cache" / "read.sqlite"
    read(site.root, cache)
    before = rows(cache)
    for number in range(5):
        site.write("content/pages/about.md", f"---\ntitle: About\nsummary: {number}\n---\nText.\n")
        read(site.root, cache)
    assert rows(cache) == before


def test_other_code_reads_anew(
    site: SiteFolder, made: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What other code made of a file is not believed."""
    cache = site.root / ".cache" / "read.sqlite"
    read(site.root, cache)
    made.clear()
    monkeypatch.setattr(kept_module, "code_that_reads", lambda: b"other")
    read(site.root, cache)
    assert "content/pages/about.md" in made


@pytest.mark.parametrize("seed", range(40))
def test_broken_bytes_are_never_believed(site: SiteFolder, made: list[str], seed: int) -> None:
    """Wherever bytes of it are changed or cut off, the content is what it would be without.

    And the cache mends itself: after two builds it is a help again.
    """
    dice, cache = random.Random(seed), site.root / ".cache" / "read.sqlite"
    read(site.root, cache)
    data = bytearray(cache.read_bytes())
    at = dice.randrange(len(data))
    if seed % 4:
        data[at : at + 64] = dice.randbytes(len(data[at : at + 64]))
    else:
        del data[at:]
    cache.write_bytes(data)
    plain = read_content(site.root)
    assert read(site.root, cache) == plain
    assert read(site.root, cache) == plain
    made.clear()
    assert read(site.root, cache) == plain
    assert made == []


@pytest.mark.parametrize("strange", [b"", b"no database", b"SQLite format 3\0" + b"\xff" * 5000])
def test_file_that_is_no_database_is_made_anew(site: SiteFolder, strange: bytes) -> None:
    """Something else in its place is replaced; the content is there all the same."""
    cache = site.root / "read.sqlite"
    cache.write_bytes(strange)
    assert read(site.root, cache) == read_content(site.root)
    assert rows(cache) > 0


def test_place_that_can_not_be_written_costs_only_time(site: SiteFolder) -> None:
    """A folder where the file should be, or a file where the folder should be, stops nobody."""
    plain = read_content(site.root)
    (site.root / "a").mkdir()
    (site.root / "b").write_text("a file", "utf-8")
    assert read(site.root, site.root / "a") == plain
    assert read(site.root, site.root / "b" / "read.sqlite") == plain


def test_another_that_writes_is_not_waited_for(
    site: SiteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While another holds it, a build does without and harms nothing."""
    monkeypatch.setattr(kept, "_PATIENCE", 0.01)
    cache = site.root / ".cache" / "read.sqlite"
    read(site.root, cache)
    site.write("content/pages/new.md", BROKEN)
    other = sqlite3.connect(cache)
    other.execute("BEGIN EXCLUSIVE")
    assert read(site.root, cache) == read_content(site.root)
    other.rollback()
    other.close()
    assert read(site.root, cache) == read_content(site.root)


def test_git_leaves_the_cache_out(site: SiteFolder) -> None:
    """The folder says by itself that it is nothing to commit."""
    read(site.root, site.root / ".cache" / "read.sqlite")
    assert (site.root / ".cache" / ".gitignore").read_text("utf-8") == "*\n"


def test_fingerprint_names_every_library_that_reads() -> None:
    """What the modules of `read` import is in the fingerprint; what only looks is left out."""
    package = Path(content_module.__file__).parent
    # Themes, pictures and files of one's own are not kept here.
    only_look = {"jinja2", "lxml", "pillow", "pypdf", "site_builder"}
    found = set()
    for path in package.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                found |= {one.name.partition(".")[0] for one in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                found.add(node.module.partition(".")[0])
    names = {NAMES.get(one, one) for one in found - sys.stdlib_module_names}
    named = {one.replace("_", "-") for one in code.LIBRARIES}
    assert {one.replace("_", "-") for one in names - only_look} == named


def rows(cache: Path) -> int:
    """Return how many entries a cache has."""
    database = sqlite3.connect(cache)
    try:
        count: int = database.execute("SELECT count(*) FROM kept").fetchone()[0]
    finally:
        database.close()
    return count


@pytest.mark.parametrize(
    "written", ["12.50", "0.58", "0.0000001", "100", "-3.0", "123456789012345678.12"]
)
def test_decimal_comes_back_as_it_was_written(written: str) -> None:
    """Figures of stories stand in what is kept."""
    decimal = WrittenDecimal(written)
    again = pickle.loads(pickle.dumps(decimal, pickle.HIGHEST_PROTOCOL))
    assert (type(again), float(again), f"{again}") == (WrittenDecimal, float(decimal), f"{decimal}")
