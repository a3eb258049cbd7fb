"""What a command prints where the terminal, the locale or the folder is not the usual one."""

import json
import sys
from pathlib import Path

import pytest
from PIL import Image

from tests import apart
from tests.conftest import SiteFolder
from tests.pictures import saved

ENVIRONMENTS = {
    "a file of cp1252": {"PYTHONIOENCODING": "cp1252"},
    "plain ASCII": {"PYTHONIOENCODING": "ascii"},
    "no locale": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
}


def run(site: SiteFolder, environment: str, *words: str, door: str = "missions") -> apart.Done:
    return apart.run(site.root, door, *words, **ENVIRONMENTS[environment])


@pytest.mark.parametrize(("door", "word"), [("missions", "check"), ("mkdocs", "build")])
@pytest.mark.parametrize("environment", ENVIRONMENTS)
def test_letter_that_output_can_not_hold_is_shown_by_its_number(
    site: SiteFolder, environment: str, door: str, word: str
) -> None:
    """Each door names the field in every environment, and shows no traceback."""
    site.edit("content/pages/about.md", "title:", "tŵtle: g\ntitle:")
    done = run(site, environment, word, door=door)
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
    """A build needs no locale to find its folders and files, and gives the same bytes."""
    site.write("content/images/häuser.png", saved(Image.new("RGB", (960, 640), "teal")))
    site.edit(
        "content/pages/about.md",
        "title:",
        "image: {file: ../images/häuser.png, alt: Houses}\ntitle:",
    )
    (site.root / "content").rename(site.root / "Inhalt für alle")
    site.edit("mkdocs.yml", "docs_dir: content", "docs_dir: Inhalt für alle")
    site.build()
    before = site.files()
    moved = SiteFolder(site.root.rename(tmp_path / "Füße und Łódź"))
    (moved.root / "site").rename(tmp_path / "old")
    done = run(moved, environment, "build", "--format=json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["site"]["target"] == str(moved.root / "site")
    assert moved.files() == before


@pytest.mark.skipif(sys.platform != "linux", reason="Elsewhere arguments are always Unicode")
def test_words_on_the_command_line_are_read_in_any_locale(site: SiteFolder) -> None:
    """A title in any letters gets into its file as it was typed."""
    done = run(site, "no locale", "new", "page", "--title", "Gŵyl", "--slug", "gwyl", "--no-ask")
    assert done.returncode == 0, done.stderr
    assert "title: Gŵyl" in (site.root / "content/pages/gwyl.md").read_text("utf-8")
