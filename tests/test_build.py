"""The build: its steps in order, its notes, and the wheel that carries it."""

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from site_builder.build import NO_FEEDS, ProblemsFound, Progress, build, check_only
from site_builder.doors.schemas import schema_files
from tests.conftest import SITES, SiteFolder

ROOT = Path(__file__).parent.parent


def test_build_takes_its_steps_in_order(site: SiteFolder) -> None:
    """The steps are told as they start, and each is timed."""
    steps: list[str] = []
    progress = Progress(on_step=steps.append)
    build(site.settings(), progress=progress)
    assert steps == ["read", "check", "relate", "compose", "publish"]
    assert set(progress.seconds) == set(steps)


def test_build_tells_of_each_file(site: SiteFolder) -> None:
    """Progress counts up to the number of files."""
    told: list[tuple[int, int]] = []
    built = build(site.settings(), progress=Progress(on_file=lambda *counts: told.append(counts)))
    total = len(built.published.rendered)
    assert told == [(number, total) for number in range(1, total + 1)]


@pytest.mark.usefixtures("built")
def test_site_that_tests_are_given_built_is_as_a_build_leaves_it(
    site: SiteFolder, tmp_path: Path
) -> None:
    """The next build has nothing to do, and one from nothing makes the same files."""
    given = site.files()
    assert site.build().published.rendered == ()
    anew = SiteFolder(shutil.copytree(SITES / "small", tmp_path / "anew"))
    anew.build()
    assert given == anew.files()
    kept = {name for name in site.files(".cache") if not name.startswith("manifest-")}
    assert kept == {name for name in anew.files(".cache") if not name.startswith("manifest-")}


def test_build_that_finds_problems_stops_before_composing(site: SiteFolder) -> None:
    """A problem stops the build after the check."""
    steps: list[str] = []
    site.edit("content/pages/about.md", "title:", "titel:")
    with pytest.raises(ProblemsFound):
        build(site.settings(), progress=Progress(on_step=steps.append))
    assert steps == ["read", "check"]


def test_site_without_address_says_why_it_has_no_feeds(site: SiteFolder) -> None:
    """Without `site_url` the pages are built, and one line says what is missing."""
    site.edit("mkdocs.yml", "site_url: https://record.example.org/\n", "")
    assert site.build().notes == (NO_FEEDS,)
    assert not [path for path in site.files() if path.endswith(".xml")]


def test_check_writes_nothing(site: SiteFolder) -> None:
    """A check leaves no file behind but those of the cache, which git leaves out."""
    before = set(site.root.rglob("*"))
    check_only(site.settings())
    cache = site.root / ".cache"
    assert {*site.root.rglob("*")} - before - {cache, *cache.rglob("*")} == set()
    assert (cache / ".gitignore").read_text("utf-8") == "*\n"


def test_demonstration_has_no_problem() -> None:
    """The demonstration content passes its own check, warnings included."""
    assert SiteFolder(ROOT).problems() == ()


@pytest.mark.slow
def test_wheel_carries_the_theme_and_builds_a_site(
    site: SiteFolder, tmp_path: Path, wheel: Path
) -> None:
    """What pip installs can build a site away from this repository."""
    with zipfile.ZipFile(wheel) as opened:
        opened.extractall(tmp_path / "installed")
    schemas = tmp_path / "installed/site_builder/schemas"
    assert {path.name for path in schemas.iterdir()} >= schema_files().keys()
    script = (
        "import sys; sys.path.insert(0, sys.argv[1]); from site_builder.doors import cli; "
        "assert cli.__file__.startswith(sys.argv[1]); cli.main(['build'])"
    )
    installed = str(tmp_path / "installed")
    subprocess.run([sys.executable, "-c", script, installed], cwd=site.root, check=True)
    assert "<h1>A small record for tests.</h1>" in site.page("index.html")
