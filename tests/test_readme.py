"""The README: its commands exist, its sample is what the product says, its links lead somewhere."""

import re
from pathlib import Path

from site_builder.check.report import report
from site_builder.doors.cli import COMMANDS
from tests.conftest import SiteFolder

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")


def test_make_commands_exist() -> None:
    """Every `make` command of the README is a target of the Makefile."""
    makefile = (ROOT / "Makefile").read_text("utf-8")
    named = set(re.findall(r"^make (\w+)", README, re.M))
    assert {"site", "test", "serve", "check", "handbook", "bench"} <= named
    assert all(re.search(rf"^{target}:", makefile, re.M) for target in named)


def test_missions_commands_exist() -> None:
    """Every `missions` command of the README is one of the command's own."""
    named = set(re.findall(r"^missions (\w+)", README, re.M))
    assert named
    assert named <= COMMANDS.keys()


def test_links_lead_to_files() -> None:
    """Every relative link and image of the README is there."""
    links = [link for link in re.findall(r"\]\(([^)]+)\)", README) if "://" not in link]
    assert len(links) > 10
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_sample_report_is_true(site: SiteFolder) -> None:
    """The problem that the README shows is printed to the letter."""
    site.edit("content/case-studies/warm-homes.md", "mission: clean-energy", "mission: clean-enrgy")
    assert report(site.problems()) in README


def test_number_of_stories_is_true() -> None:
    """The README's count of the demonstration's stories is right."""
    stories = len(list((ROOT / "content/case-studies").glob("*.md")))
    assert f"{stories} sourced case studies" in README
