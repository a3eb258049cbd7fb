"""A small whole site that each test gets as a folder of its own, to change, build and break."""

import gc
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings as of_examples

from site_builder.build import Built, build, check_only, manifest_path
from site_builder.compose.pictures.social_cards import SocialCard
from site_builder.publish import renderer
from site_builder.publish.pictures.fonts import Font
from site_builder.publish.pictures.social_cards import draw_card
from site_builder.publish.search import search_index
from site_builder.publish.search.pagefind import make_index
from site_builder.read.content import Content, read_content
from site_builder.read.problems import Problem
from site_builder.relate.record import Record, relate
from site_builder.relate.visibility import Viewer
from site_builder.settings import Settings, read_settings

_IN_MEMORY = Path("/dev/shm")
"""Where the folders of tests are, if there is room: hundreds of thousands of small files come and
go, and there that costs least."""
_ROOM = 2**31
if os.access(_IN_MEMORY, os.W_OK) and shutil.disk_usage(_IN_MEMORY).free > _ROOM:
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(_IN_MEMORY))

of_examples.register_profile("quick", max_examples=25, deadline=None, derandomize=True)
of_examples.register_profile("full", max_examples=100, deadline=None, derandomize=True)
of_examples.load_profile("quick")
"""How many examples of a property are tried; CI asks for the full number."""

SITES = Path(__file__).parent / "sites"
LOOKS_TAKEN = "looks"
"""The property of a test that says how often it looked at a page."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let `make looks` ask for every page there is."""
    what = "look at every page of every site, where CI looks at some of each kind"
    parser.addoption("--exhaustive", action="store_true", help=what)


@pytest.fixture
def exhaustive(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--exhaustive"))


def pytest_collection_finish() -> None:
    """Keep what is here for good out of the way of the search for what nothing needs any more.

    Thousands of tests and the modules of the product are never rubbish; to look through them again
    and again took a fifth of the time of a build.
    """
    gc.collect()
    gc.freeze()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how often pages were looked at: page by look by colour scheme by width."""
    reports = [one for all_ in terminalreporter.stats.values() for one in all_]
    taken = [
        number
        for report in reports
        if isinstance(report, pytest.TestReport) and report.when == "call"
        for name, number in report.user_properties
        if name == LOOKS_TAKEN and isinstance(number, int)
    ]
    if taken:
        terminalreporter.write_line(f"Looks at pages: {sum(taken):,}")


@dataclass(frozen=True)
class SiteFolder:
    """A folder with settings and content."""

    root: Path

    def settings(self, **overrides: Any) -> Settings:
        return read_settings(self.root / "mkdocs.yml", **overrides)

    def write(self, path: str, text: str | bytes) -> None:
        """Write a file of the folder, its parents with it."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())

    def edit(self, path: str, old: str, new: str) -> None:
        """Put one piece of text in the place of another, which must be there."""
        text = (self.root / path).read_text("utf-8")
        assert old in text, f"{old!r} is not in {path}"
        self.write(path, text.replace(old, new, 1))

    def build(self, *, strict: bool = False, drafts: bool = False, **overrides: Any) -> Built:
        return build(self.settings(**overrides), strict=strict, drafts=drafts)

    def problems(self, **overrides: Any) -> tuple[Problem, ...]:
        """Return what is wrong: errors and warnings; hints are looked at where they are made."""
        return tuple(one for one in self.told(**overrides) if one.level != "hint")

    def told(self, **overrides: Any) -> tuple[Problem, ...]:
        """Return all that the check tells, hints too."""
        return check_only(self.settings(**overrides))

    def content(self) -> Content:
        return read_content(self.root, "content")

    def record(self, viewer: Viewer | None = None) -> Record:
        return relate(self.content(), viewer or Viewer())

    def page(self, address: str) -> str:
        """Return the text of a built file."""
        return (self.root / "site" / address).read_text("utf-8")

    def files(self, folder: str = "site") -> Mapping[str, bytes]:
        """Return every file of the built site, by its path."""
        top = self.root / folder
        return {
            path.relative_to(top).as_posix(): path.read_bytes()
            for path in sorted(top.rglob("*"))
            if path.is_file()
        }


@pytest.fixture(autouse=True, scope="session")
def remembered() -> Iterator[None]:
    """Make each index of a search and draw each card once: hundreds of small sites have the same.

    That the same records give the same index, and equal cards equal bytes, is tested without this
    in publish/search/test_pagefind.py and publish/pictures/test_social_cards.py.
    """

    @cache
    def drawn(card: SocialCard, font: str) -> bytes:
        return draw_card(card, fonts[font])

    def draw(card: SocialCard, font: Font) -> bytes:
        fonts[font.digest] = font
        return drawn(card, font.digest)

    fonts: dict[str, Font] = {}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(search_index, "make_index", cache(make_index))
        patch.setattr(renderer, "draw_card", draw)
        yield


@pytest.fixture(autouse=True, scope="session")
def shared_in(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Give the sites that tests share a folder."""
    from tests import shown  # noqa: PLC0415 - it is made of what is here

    shown.SHARED_IN = tmp_path_factory.mktemp("shared")


@pytest.fixture(autouse=True)
def shares(request: pytest.FixtureRequest) -> None:
    """Let a test that changes the product share no site with others."""
    from tests import shown  # noqa: PLC0415 - it is made of what is here

    shown.MAY_SHARE = "monkeypatch" not in request.fixturenames


@pytest.fixture
def site(tmp_path: Path) -> SiteFolder:
    """Return a copy of the small site that builds without a problem."""
    shutil.copytree(SITES / "small", tmp_path / "small")
    return SiteFolder(tmp_path / "small")


@pytest.fixture
def empty_site(tmp_path: Path) -> SiteFolder:
    """Return a folder with settings and nothing in its content folder."""
    (tmp_path / "content").mkdir()
    shutil.copy(SITES / "small" / "mkdocs.yml", tmp_path)
    return SiteFolder(tmp_path)


def copy_of(built: SiteFolder, root: Path) -> SiteFolder:
    """Return a copy of a built site that a build takes for the one that was built there."""
    shutil.copytree(built.root, root, symlinks=True)
    copy = SiteFolder(root)
    made = manifest_path(built.settings()).name
    (root / ".cache" / made).rename(manifest_path(copy.settings()))
    return copy


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> SiteFolder:
    """Return the folder of the small site as its build left it; nobody may change it."""
    root = shutil.copytree(SITES / "small", tmp_path_factory.mktemp("published") / "small")
    SiteFolder(root).build()
    return SiteFolder(root)


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the wheel that pip makes of this repository."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-build-isolation"]
    root = str(Path(__file__).parent.parent)
    subprocess.run([*command, "--quiet", "--wheel-dir", str(folder), root], check=True)
    return next(folder.glob("*.whl"))


@pytest.fixture
def built(site: SiteFolder, published: SiteFolder) -> None:
    """Put what a build made into the folder of `site`, as if it had been built there."""
    for part in ("site", ".cache"):
        shutil.copytree(published.root / part, site.root / part)
    made = manifest_path(published.settings()).name
    (site.root / ".cache" / made).rename(manifest_path(site.settings()))
