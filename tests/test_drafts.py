"""Drafts stop nobody, are in no site, and can be shown with their gaps in a preview to share."""

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from site_builder.build import ProblemsFound, build, for_preview
from site_builder.check import errors_in
from site_builder.doors.cli import main
from site_builder.publish.refused import NotForPreviews
from site_builder.read.problems import Problem
from tests.conftest import SITES, SiteFolder
from tests.shown import ShownFolder

BEGUN = "content/case-studies/begun.md"
TEXT = """\
---
title: A story that was begun
status: draft
summary:
mission: warm-streets
place: Leeds Town
partners: []
voices:
  - {name: "", quote: To be asked.}
---
See [the other one](not-yet.md).

![A gauge](../images/not-yet.png)
"""


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> SiteFolder:
    """Return the small site with a draft full of gaps, after its preview was built."""
    root = shutil.copytree(SITES / "small", tmp_path_factory.mktemp("preview") / "small")
    site = SiteFolder(root)
    site.write(BEGUN, TEXT)
    site.write("content/case-studies/empty.md", "---\nstatus: draft\n---\n")
    build(for_preview(site.settings()), strict=True, drafts=True)
    return site


def of_draft(site: SiteFolder) -> list[Problem]:
    return [one for one in site.problems() if one.path == BEGUN]


def test_gaps_of_a_draft_are_warnings_and_stop_nothing(site: SiteFolder) -> None:
    """Blanks, missing fields and open references are told, and all others publish."""
    site.write(BEGUN, TEXT)
    told = of_draft(site)
    assert {"wrong-value", "missing-field", "unknown-reference", "dead-link"} <= {
        one.rule for one in told
    }
    assert {one.level for one in told} == {"warning"}
    shown = ShownFolder(site.root)
    shown.build(strict=True)
    assert not any("begun" in path for path in shown.paths())
    assert b"A story that was begun" not in shown.files()["case-studies/index.html"]


def test_same_gaps_stop_a_file_that_is_no_draft(site: SiteFolder) -> None:
    """What would be published has to be whole."""
    site.write(BEGUN, TEXT.replace("status: draft\n", ""))
    with pytest.raises(ProblemsFound):
        ShownFolder(site.root).build()
    assert errors_in(of_draft(site))


def test_state_that_can_not_be_read_is_no_draft(site: SiteFolder) -> None:
    """A slip in `status` never makes an item a draft, nor an address that others have a warning."""
    site.write(BEGUN, TEXT.replace("status: draft", "status: drafft"))
    assert errors_in(of_draft(site))
    site.write("content/pages/missions.md", "---\ntitle: M\nsummary: S.\nstatus: draft\n---\nW.\n")
    assert [one.level for one in site.problems() if one.rule == "shared-address"] == ["error"]


@pytest.mark.parametrize(
    ("path", "field"),
    [
        ("missions/health.md", "mission"),
        ("principles/solving-together.md", "principle"),
    ],
)
def test_draft_that_public_items_need_is_named(site: SiteFolder, path: str, field: str) -> None:
    """Which item needs it, where, and which file is the draft."""
    file = f"content/{path}"
    text = (site.root / file).read_text("utf-8")
    site.write(file, text.replace("---\n", "---\nstatus: draft\n", 1))
    needing = [one for one in site.problems() if one.rule == "hidden-reference"]
    story = next(one for one in needing if one.path == "content/case-studies/night-nurses.md")
    assert f"`{field}`" in story.what
    assert "which is a draft" in story.what
    assert file in story.fix
    assert {one.level for one in needing} == {"error"}


def test_principle_beside_a_public_one_may_be_a_draft(site: SiteFolder) -> None:
    """One of a list is left out until it is public, as long as another stays."""
    site.write(
        "content/principles/new-way.md",
        "---\ntitle: New\nsummary: A way.\nstatus: draft\n---\nWords.\n",
    )
    site.edit(
        "content/case-studies/night-nurses.md",
        "principles:\n",
        "principles:\n  - {principle: new-way, how: They tried it.}\n",
    )
    assert [one for one in site.problems() if one.level == "error"] == []


def pages(site: SiteFolder) -> dict[str, str]:
    return {
        path: data.decode()
        for path, data in site.files("site-preview").items()
        if path.endswith(".html")
    }


def test_every_page_of_a_preview_says_what_it_is(preview: SiteFolder) -> None:
    """Preview, not published: in words, and for search engines; none has an address to cite."""
    made = pages(preview)
    assert len(made) > 50
    for path, page in made.items():
        assert "Preview, not published." in page, path
        assert '<meta name="robots" content="noindex">' in page, path
        assert 'rel="canonical"' not in page, path
        assert 'property="og:' not in page, path


def test_preview_has_no_feeds_no_calendars_and_no_way_to_them(preview: SiteFolder) -> None:
    """Nobody can subscribe to what is not published; each link inside leads to a file."""
    files = preview.files("site-preview")
    assert not [path for path in files if re.search(r"\.(?:xml|atom|ics|opml)$|feed", path)]
    for path, page in pages(preview).items():
        for address in re.findall(r'<(?:a|link)\b[^>]*? href="([^"#?]+)', page):
            if ":" not in address:
                top = preview.root / "site-preview"
                to = top / address[1:] if address[0] == "/" else (top / path).parent / address
                assert (to / "index.html" if address.endswith("/") else to).is_file(), (
                    path,
                    address,
                )


def test_page_of_a_draft_shows_its_gaps(preview: SiteFolder) -> None:
    """What is still open stands at its head, in the words of the check."""
    page = pages(preview)["case-studies/begun/index.html"]
    assert "Still open in this draft: `summary` is empty." in page
    assert "`place` is &#34;Leeds Town&#34;, which is not a place." in page
    assert "A story that was begun" in page
    assert "case-studies/empty/index.html" in pages(preview)


def test_preview_stands_beside_the_site_and_never_in_its_place(preview: SiteFolder) -> None:
    """Its folder is its own, and the public folder is refused however it is written."""
    assert not (preview.root / "site").exists()
    with pytest.raises(NotForPreviews):
        for_preview(preview.settings(), preview.root / "content" / ".." / "site")


def test_preview_by_command(site: SiteFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    """`missions build --drafts` says what it made, and refuses the folder of the public site."""
    monkeypatch.chdir(site.root)
    site.write(BEGUN, TEXT)
    refused = CliRunner().invoke(main, ["build", "--drafts", "--site-dir", "site"])
    assert (refused.exit_code, "may not stand there" in refused.output) == (3, True)
    made = CliRunner().invoke(main, ["build", "--drafts"])
    assert made.exit_code == 0, made.output
    assert "site-preview/" in made.output
    assert "preview with drafts" in made.output
    assert not (site.root / "site").exists()
    assert Path("site-preview/case-studies/begun/index.html").is_file()


def test_nothing_of_a_preview_is_recorded(preview: SiteFolder) -> None:
    """`missions record` knows the public site alone."""
    recorded = CliRunner().invoke(main, ["record", "-f", str(preview.root / "mkdocs.yml")])
    assert recorded.exit_code == 0, recorded.output
    ledger = (preview.root / "content/permanent.tsv").read_text("utf-8")
    assert "night-nurses" in ledger
    assert "begun" not in ledger
    (preview.root / "content/permanent.tsv").unlink()
