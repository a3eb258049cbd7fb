"""The files for those who carry on: what they name exists, and what they say is so."""

import re
import subprocess
import tomllib
from importlib.metadata import metadata
from pathlib import Path

import pytest
import yaml

from site_builder.settings import read_settings
from tests.browser import install

ROOT = Path(__file__).parent.parent
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
PAGES = ("CONTRIBUTING.md", "SECURITY.md", "docs/explanation/breaking-changes.md")
TRACKED = subprocess.run(
    ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False, text=True
).stdout.split("\0")[:-1]
"""The files of the repository; none in a copy without one."""
AS_THEY_ARE = ("tests/golden/", "tests/sites_invalid/", "themes/civic/fonts/")
"""What is wrong on purpose, what is kept byte for byte, and what others wrote."""


def text(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


@pytest.mark.parametrize("name", PAGES)
def test_links_lead_to_files(name: str) -> None:
    """Every relative link is there."""
    links = re.findall(r"\]\(([^)#]+)", text(name))
    assert links
    here = (ROOT / name).parent
    assert [one for one in links if "://" not in one and not (here / one).exists()] == []


def test_commands_for_contributors_exist() -> None:
    """Every `make` command is a target, and every path that is named is there."""
    named = set(re.findall(r"\bmake (\w+)", text("CONTRIBUTING.md")))
    assert {"site", "test", "lint", "serve", "check", "handbook", "lock"} <= named
    assert [one for one in named if not re.search(rf"^{one}:", MAKEFILE, re.M)] == []
    paths = re.findall(r"`(\.?[\w/]+/[\w./]*)`", text("CONTRIBUTING.md"))
    assert {".ci/run", "tests/compose/hosts/", "site_builder/compose/hosts/"} <= set(paths)
    assert [one for one in paths if not (ROOT / one).exists()] == []
    (one_test,) = re.findall(r"pytest -n 0 (\S+)`", text("CONTRIBUTING.md"))
    assert (ROOT / one_test).is_file()


def test_hooks_run_what_make_lint_runs() -> None:
    """Each hook is local, runs from .venv, and is a command of this project."""
    (repo,) = yaml.safe_load(text(".pre-commit-config.yaml"))["repos"]
    assert repo["repo"] == "local"
    entries = [hook["entry"] for hook in repo["hooks"]]
    assert {hook["language"] for hook in repo["hooks"]} == {"system"}
    assert all((ROOT / entry.split()[0]).exists() for entry in entries)
    lint = re.search(r"^lint:.*\n((?:\t.*\n)+)", MAKEFILE, re.M)
    assert lint
    commands = [line.strip().replace("$(BIN)", ".venv/bin") for line in lint[1].splitlines()]
    assert [one.removesuffix(" .") for one in commands] == entries[: len(commands)]
    assert entries[-1] == ".venv/bin/missions check"


def test_package_says_that_it_is_typed() -> None:
    """A classifier and an empty file say so, and type checkers of others look for the file."""
    assert "Typing :: Typed" in PYPROJECT["project"]["classifiers"]
    assert (ROOT / "site_builder" / "py.typed").read_bytes() == b""


def test_addresses_of_the_project_are_no_one_elses() -> None:
    """Until there is a public repository, there is the demonstration's own example."""
    urls = PYPROJECT["project"]["urls"]
    assert urls == {"Demonstration": read_settings(ROOT / "mkdocs.yml").site_url}
    assert all(re.search(r"://[\w.]*\bexample\.org/", one) for one in urls.values())
    assert metadata("mission-stories")["Name"] == "mission-stories"


def test_nobody_is_promised_an_address_that_is_not_there() -> None:
    """Who answers is for each repository to say."""
    assert "@" not in text("SECURITY.md")
    assert "private vulnerability reporting" in text("SECURITY.md")


@pytest.mark.skipif(not TRACKED, reason="There is no repository here to ask of.")
def test_pictures_are_never_changed_and_text_ends_its_lines_one_way() -> None:
    """git takes each picture as bytes, ends every line with LF, and unites two ledgers."""
    asked = subprocess.run(
        ["git", "check-attr", "--stdin", "-z", "text", "eol", "merge"],
        cwd=ROOT,
        input="\0".join([*TRACKED, "content/permanent.tsv"]),
        capture_output=True,
        check=True,
        text=True,
    ).stdout.split("\0")
    said = {(asked[at], asked[at + 1]): asked[at + 2] for at in range(0, len(asked) - 2, 3)}
    assert said["content/permanent.tsv", "merge"] == "union"
    for name in TRACKED:
        if b"\0" in (ROOT / name).read_bytes()[:8000] and not name.startswith("tests/sites_"):
            assert said[name, "text"] == "unset", f"{name} is binary: name its ending"
        elif not name.startswith(AS_THEY_ARE):
            assert said[name, "eol"] == "lf", name


@pytest.mark.skipif(not TRACKED, reason="There is no repository here to ask of.")
def test_files_are_as_the_editor_is_told() -> None:
    """Text is UTF-8, ends with a line end and has none of Windows."""
    for name in TRACKED:
        data = (ROOT / name).read_bytes()
        if b"\0" in data[:8000] or name.startswith(AS_THEY_ARE):
            continue
        data.decode("utf-8")
        assert b"\r" not in data, name
        assert not data or data.endswith(b"\n"), name


def test_make_test_sees_to_its_browser_first() -> None:
    """Whoever lacks a package is told before waiting for anything else."""
    assert re.search(r"^test: \.venv/chromium\.stamp lint\b", MAKEFILE, re.M)
    assert f"-m {install.__name__}" in MAKEFILE
