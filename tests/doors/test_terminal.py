"""What a command prints where the terminal, the locale or the folder is not the usual one."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import SiteFolder

ENVIRONMENTS = {
    "a file of cp1252": {"PYTHONIOENCODING": "cp1252"},
    "plain ASCII": {"PYTHONIOENCODING": "ascii"},
    "no locale": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
}


def run(site: SiteFolder, environment: str, *words: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "site_builder.doors.cli", *words]
    return subprocess.run(
        command,
        cwd=site.root,
        env=os.environ | ENVIRONMENTS[environment],
        capture_output=True,
        check=False,
    )


@pytest.mark.parametrize("environment", ENVIRONMENTS)
def test_letter_that_output_can_not_hold_is_shown_by_its_number(
    site: SiteFolder, environment: str
) -> None:
    """The check names the field in every environment, and shows no traceback."""
    site.edit("content/pages/about.md", "title:", "tŵtle: g\ntitle:")
    done = run(site, environment, "check")
    said = (done.stdout + done.stderr).decode("cp1252", "replace")
    assert done.returncode == 1
    assert "1 problem in 1 file. Nothing was published." in said
    # Where the locale says nothing, click itself writes UTF-8.
    assert "t\\u0175tle" in said or "tŵtle" in (done.stdout + done.stderr).decode("utf-8")
    assert "Traceback" not in said


@pytest.mark.skipif(sys.platform != "linux", reason="Elsewhere names of files are always Unicode")
@pytest.mark.parametrize("environment", ["no locale", "plain ASCII"])
def test_folder_with_any_name_works_in_any_locale(
    site: SiteFolder, tmp_path: Path, environment: str
) -> None:
    """A build needs no locale to find its own folder, and gives the same bytes."""
    site.build()
    before = site.files()
    moved = SiteFolder(site.root.rename(tmp_path / "Füße und Łódź"))
    (moved.root / "site").rename(tmp_path / "old")
    done = run(moved, environment, "build")
    assert done.returncode == 0, done.stderr
    assert moved.files() == before
