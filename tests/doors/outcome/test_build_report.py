"""The report of a build, and how each command ends."""

import json
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner, Result

from site_builder.doors import cli, reference
from site_builder.doors.outcome.exit_status import (
    ANOTHER_BUILD,
    OUR_FAULT,
    PROBLEMS,
    REFUSED,
    USAGE,
)
from tests.conftest import SiteFolder

SCHEMA = json.loads(reference.pages()["schemas/build-report.json"])
LATER = "---\ntitle: Later\nsummary: S.\npublish_at: 2025-12-11T09:00+00:00\n---\n\nText.\n"


def run(site: SiteFolder, *words: str) -> Result:
    return CliRunner().invoke(cli.main, [*words, "-f", str(site.root / "mkdocs.yml")])


def report_of(done: Result) -> dict[str, object]:
    """Return the document that a command printed, which must be all that it printed."""
    document: dict[str, object] = json.loads(done.stdout)
    jsonschema.validate(document, SCHEMA)
    return document


@pytest.mark.usefixtures("built")
def test_report_names_what_changed_what_is_held_and_when_to_build_again(site: SiteFolder) -> None:
    """After an edit the report has the files of that edit, with the digests of their bytes."""
    site.edit("content/pages/about.md", "A small record", "A changed record")
    site.write("content/pages/later.md", LATER)
    done = run(site, "build", "--format=json", "--now=2025-12-11T08:59:59+00:00")
    report = report_of(done)
    assert (report["status"], report["outcome"]) == (0, "published")
    problems = report["problems"]
    assert isinstance(problems, list)
    assert {problem["level"] for problem in problems} == {"warning"}
    assert report["held"] == [{"path": "content/pages/later.md", "until": "2025-12-11T09:00:00Z"}]
    assert report["next_change"] == {
        "at": "2025-12-11T09:00:00Z",
        "reason": "published",
        "path": "content/pages/later.md",
    }
    published = report["site"]
    assert isinstance(published, dict)
    changed = {one["path"]: one["digest"] for one in published["changed"]}
    assert "about/index.html" in changed
    assert all(len(digest) == 32 for digest in changed.values())
    assert published["way"] == "exchanged"
    assert set(published["seconds"]) == {"read", "check", "relate", "compose", "publish"}


def test_build_says_what_it_holds_and_what_it_removed(site: SiteFolder) -> None:
    """Without a moment everything dated is held; with --verbose each file is named."""
    site.write("content/pages/later.md", LATER)
    said = run(site, "build", "--now=2025-12-12T00:00Z").stdout
    assert "waits" not in said
    said = run(site, "build", "--verbose").stdout
    assert "1 item waits for a moment; nothing that waits is published without --now" in said
    assert "removed: later/index.html" in said
    assert run(site, "build", "--quiet").stdout == ""


def misspell_a_setting(site: SiteFolder) -> None:
    site.edit("mkdocs.yml", "site_url", "site_ulr")


def misspell_a_field(site: SiteFolder) -> None:
    site.edit("content/pages/about.md", "title:", "titel:")


def put_a_stranger_there(site: SiteFolder) -> None:
    site.write("site/photographs/a.jpg", b"A photograph")


def put_a_file_there(site: SiteFolder) -> None:
    site.write("site", b"A file")


ENDS: dict[str, tuple[Callable[[SiteFolder], object], int, str]] = {
    "a right site": (lambda _site: None, 0, "published"),
    "a problem": (misspell_a_field, PROBLEMS, "problems"),
    "a setting": (misspell_a_setting, USAGE, "settings"),
    "a folder of others": (put_a_stranger_there, REFUSED, "refused"),
    "a file in the way": (put_a_file_there, REFUSED, "refused"),
}


@pytest.mark.parametrize("name", ENDS)
def test_each_kind_of_end_has_a_status_and_a_report(site: SiteFolder, name: str) -> None:
    """The status of the command and that of the report are the same, and the table says which."""
    change, status, outcome = ENDS[name]
    change(site)
    done = run(site, "build", "--format=json")
    report = report_of(done)
    assert done.exit_code == report["status"] == status
    assert report["outcome"] == outcome
    assert (report["site"] is None) == (status != 0)


def test_fault_of_ours_keeps_its_traceback_and_has_a_status(
    site: SiteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What no author can put right is shown as it is, and says whose fault it is."""

    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError("of ours")

    monkeypatch.setattr("site_builder.doors.cli.build.build", fail)
    done = run(site, "build")
    assert done.exit_code == OUR_FAULT
    assert "ZeroDivisionError: of ours" in done.stderr
    assert "This is a fault of the product." in done.stderr


def test_handbook_has_every_status() -> None:
    """The table of the handbook and the code know the same numbers."""
    page = (Path(__file__).parents[3] / "docs/operators/build-report.md").read_text("utf-8")
    table = page.split("## How a command ends")[1]
    numbers = {int(line.split("|")[1]) for line in table.splitlines() if line[2:3].isdigit()}
    assert numbers == {0, PROBLEMS, USAGE, REFUSED, ANOTHER_BUILD, OUR_FAULT}
