"""The command: what it prints, how it exits, and that it leaves the site alone when it must."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from site_builder.doors.cli import main
from tests.conftest import SiteFolder


def missions(site: SiteFolder, *arguments: str) -> Result:
    """Run the command with the settings of a site."""
    words = [*arguments, "--settings", str(site.root / "mkdocs.yml")]
    return CliRunner().invoke(main, words, catch_exceptions=False)


def test_build_of_a_right_site_says_what_it_did(site: SiteFolder) -> None:
    """A build names the number of files written, kept and removed."""
    first, second = missions(site, "build"), missions(site, "build")
    assert first.exit_code == second.exit_code == 0
    files = len(site.files())
    assert f"{files} written, 0 left as they were." in first.output
    assert f"0 written, {files} left as they were." in second.output


def test_build_of_a_broken_site_exits_with_one_and_the_report(site: SiteFolder) -> None:
    """Problems are printed with the count, exit status is 1, and no traceback is shown."""
    site.edit("content/case-studies/warm-homes.md", "mission: clean-energy", "mission: clean-enrgy")
    done = missions(site, "build")
    assert done.exit_code == 1
    assert 'Did you mean "clean-energy"?' in done.output
    assert done.output.endswith("1 problem in 1 file. Nothing was published.\n")
    assert "Traceback" not in done.output
    assert not (site.root / "site").exists()


def test_check_of_a_right_site_says_no_problems(site: SiteFolder) -> None:
    """A site without problems passes the check, and nothing is written."""
    done = missions(site, "check")
    assert (done.exit_code, done.output) == (0, "No problems.\n")
    assert not (site.root / "site").exists()


def test_check_as_json_holds_every_field(site: SiteFolder) -> None:
    """Tools get path, line, column, rule, words and fix of each problem."""
    site.edit("content/pages/about.md", "title:", "titel:")
    problems = json.loads(missions(site, "check", "--format=json").output)
    assert [problem["rule"] for problem in problems] == ["unknown-field"]
    assert (problems[0]["path"], problems[0]["line"]) == ("content/pages/about.md", 2)


def test_check_for_github_writes_annotations(site: SiteFolder) -> None:
    """GitHub gets one workflow command for each problem."""
    site.edit("content/pages/about.md", "title:", "titel:")
    lines = missions(site, "check", "--format=github").output.splitlines()
    assert lines[0].startswith(
        "::error file=content/pages/about.md,line=2,col=1,title=unknown-field::"
    )


def test_strict_lets_a_warning_stop_the_build(site: SiteFolder) -> None:
    """A warning alone is told and published; under strict it stops the build."""
    site.edit("content/pages/about.md", "order: 1", "order: 1\nreview_by: 2025-01-01")
    late = ("--now", "2025-06-01T00:00+00:00")
    assert missions(site, "build", *late).exit_code == 0
    assert missions(site, "build", "--strict", *late).exit_code == 1


@pytest.mark.parametrize("words", [("build",), ("check",), ("serve",)])
def test_missing_settings_are_named_in_one_line(words: tuple[str, ...], tmp_path: Path) -> None:
    """A folder without settings is told with its remedy, exit status 2 and no traceback."""
    done = missions(SiteFolder(tmp_path), *words)
    assert done.exit_code == 2
    assert "There is no file “mkdocs.yml”." in done.output


def test_site_dir_that_is_a_project_is_refused(site: SiteFolder) -> None:
    """A folder with content in it is never swapped away."""
    done = missions(site, "build", "--site-dir", str(site.root))
    assert done.exit_code == 2
    assert "Choose another folder" in done.output
    assert (site.root / "content" / "pages" / "about.md").exists()


def test_bad_moment_is_named(site: SiteFolder) -> None:
    """A moment without a zone is refused in words."""
    done = missions(site, "build", "--now", "2025-06-01T00:00")
    assert done.exit_code == 2
    assert "has no time zone" in done.output
