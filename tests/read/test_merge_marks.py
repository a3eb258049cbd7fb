"""What git leaves of a merge stops the build wherever it is; what authors write does not."""

import pytest

from site_builder.read.merge_marks import merge_marks, merge_marks_in_markdown
from site_builder.read.theme.files import NotATheme
from site_builder.read.theme.theme import read_theme
from site_builder.settings import SettingsError
from tests.conftest import SiteFolder

MERGE = "<<<<<<< HEAD\n{ours}\n=======\n{theirs}\n>>>>>>> edits-of-monday\n"
THREE = "<<<<<<< HEAD\nOne\n||||||| 1a2b3c\nNone\n=======\nTwo\n>>>>>>> other\n"
BOTH = MERGE.format(ours="Three.", theirs="Two.")
AN_OLD_LETTER = ">>>>>> He wrote:\n>>>>>>> Come soon.\n"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (f"Words.\n\n{BOTH}", [3]),
        (THREE, [1]),
        (f"{BOTH}\nWords.\n{THREE}", [1, 8]),
        ("<<<<<<<\nWords.\n", [1]),
        ("Words.\n>>>>>>> theirs\n", [2]),
        ("Words.\n||||||| 1a2b3c\n", [2]),
        # Whatever stands between the marks, a block of code that is not closed among it.
        (MERGE.format(ours="```\ncode", theirs="```\nother\n```"), [1]),
        (f"```\ncode\n```\n\n{BOTH}", [5]),
        # What authors write themselves.
        ("A title\n=======\n\nWords.\n", []),
        ("=======\n", []),
        (f"```text\n{BOTH}```\n", []),
        (f"~~~\n{BOTH}~~~\n", []),
        (f"- A list:\n\n    {BOTH.replace(chr(10), chr(10) + '    ')}\n", []),
        (AN_OLD_LETTER, []),
        ("<<<<<<<< eight\n>>>>>> six\n|||||| six\n", []),
        ("<<<<<<<HEAD\n||a|b||\n|-|-|\n", []),
    ],
)
def test_marks_in_markdown(text: str, lines: list[int]) -> None:
    """Each merge is named at its first line, and nothing else is taken for one."""
    found = [text.count("\n", 0, start) + 1 for start in merge_marks_in_markdown(text)]
    assert found == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [(BOTH, [1]), ("a: 1\n=======\nb: 2\n", [2]), ("a: 1\n>>>>>>> x\n>>>>>>> y\n", [2])],
)
def test_marks_in_other_text(text: str, lines: list[int]) -> None:
    """Where no heading and no quotation can be, each mark is enough by itself."""
    assert [text.count("\n", 0, start) + 1 for start in merge_marks(text)] == lines


def spoil(site: SiteFolder, path: str, after: str) -> int:
    """Leave a merge in a file below a line of it; return the line that the merge starts at."""
    text = (site.root / path).read_text("utf-8").replace("\r\n", "\n")
    before, found, rest = text.partition(after)
    assert found
    site.write(path, f"{before}{found}\n{BOTH}{rest.removeprefix(chr(10))}")
    return before.count("\n") + found.count("\n") + 2


@pytest.mark.parametrize(
    ("path", "after"),
    [
        ("content/pages/about.md", "title: About this site"),
        ("content/pages/about.md", "\n---"),
        ("content/registers/places.yml", "nation: England"),
        ("content/registers/partners.yml", "name:"),
    ],
)
def test_merge_in_content_stops_the_build_at_its_line(
    site: SiteFolder, path: str, after: str
) -> None:
    """Front matter, text and registers: neither wording is published, and `merge` is said."""
    line = spoil(site, path, after)
    (first,) = [one for one in site.problems() if one.rule == "merge-left"]
    assert (first.path, first.position.line, first.level) == (path, line, "error")
    assert first.excerpt == "<<<<<<< HEAD"
    assert "merge" in first.what


def test_merge_in_a_file_with_windows_line_ends_is_found(site: SiteFolder) -> None:
    """Git writes its marks with the ends of line that the file has."""
    text = (site.root / "content/pages/about.md").read_text("utf-8")
    site.write("content/pages/about.md", f"{text}\n{BOTH}".replace("\n", "\r\n"))
    assert [one.rule for one in site.problems()] == ["merge-left"]


def test_merge_in_the_settings_is_named_at_its_line(site: SiteFolder) -> None:
    """The settings say `merge`, and not that their YAML is wrong."""
    line = spoil(site, "mkdocs.yml", "site_name: Small record")
    with pytest.raises(SettingsError, match=rf"^mkdocs\.yml:{line}: .* merge here") as caught:
        site.settings()
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "path", ["layouts/_page.html", "words/en.yml", "ground.css", "feeds/feed.css"]
)
def test_merge_in_the_theme_is_named_at_its_line(site: SiteFolder, path: str) -> None:
    """A template, a style or a word with both sides in it is never published."""
    for file in ("layouts/_page.html", "words/en.yml", path):
        site.write(f"own/{file}", f"a: b\n{BOTH if file == path else ''}")
    with pytest.raises(NotATheme, match=rf"{path}:2: Git left both sides of a merge"):
        read_theme(site.root / "own")
