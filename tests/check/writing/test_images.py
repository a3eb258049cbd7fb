"""An image is there, is the site's own, and says what it shows or that it shows nothing."""

import pytest
from PIL import Image

from tests.conftest import SiteFolder
from tests.pictures import saved

STORY = "content/case-studies/warm-homes.md"


def rules(site: SiteFolder, fields: str = "", text: str = "") -> list[str]:
    """Return the rules that a story breaks with some more fields and some more text."""
    site.write("content/images/home.png", saved(Image.new("RGB", (960, 640), "navy")))
    site.write("content/images/warm-home_2.png", saved(Image.new("RGB", (1200, 639), "navy")))
    site.edit(STORY, "place: leeds", f"place: leeds\n{fields}")
    site.edit(STORY, "## How it worked", f"{text}\n\n## How it worked")
    return [problem.rule for problem in site.problems()]


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ("image: {file: ../images/home.png, alt: A warm room}", ""),
        ("image: {file: ../images/home.png, decorative: true}", ""),
        ("", "![A warm room](../images/home.png)"),
        ("", "![](../images/home.png){decorative=true}"),
        ("", "`![](nowhere.png)`"),
    ],
)
def test_image_that_speaks_or_says_it_is_decorative_is_fine(
    site: SiteFolder, fields: str, text: str
) -> None:
    """Words, or the statement that none are needed: either will do."""
    assert rules(site, fields, text) == []


@pytest.mark.parametrize(
    ("fields", "text", "rule"),
    [
        ("image: {file: ../images/home.png}", "", "image-without-alt"),
        ("image: {file: ../images/home.png, alt: Us, decorative: true}", "", "decorative-with-alt"),
        ("image: {file: home.png, alt: A room}", "", "missing-image"),
        ("image: {file: 'https://e.org/a.png', alt: A room}", "", "remote-image"),
        ("", "![](../images/home.png)", "image-without-alt"),
        ("", "![ ](../images/home.png)", "image-without-alt"),
        ("", "![](../images/home.png){decorative=false}", "image-without-alt"),
        ("", "![A room](../images/hom.png)", "missing-image"),
        ("", "![A room](https://e.org/a.png)", "remote-image"),
        ("", "![A room](//e.org/a.png)", "remote-image"),
        ("", "![A room](data:image/png;base64,AAAA)", "refused-html"),
    ],
)  # fmt: skip
def test_image_that_is_amiss_is_named(site: SiteFolder, fields: str, text: str, rule: str) -> None:
    """No words, no file, another site's file: each is told once."""
    assert rule in rules(site, fields, text)


def test_image_out_of_content_is_missing(site: SiteFolder) -> None:
    """A path can not lead out of the folder to a file that is there."""
    site.write("outside.png", b"x")
    assert rules(site, text="![A room](../../outside.png)") == ["missing-image"]


def in_field(alt: str, more: str = "", file: str = "home.png") -> str:
    """Return a field with an image and its alternative text."""
    return f"image: {{file: ../images/{file}, alt: '{alt}'{more}}}"


def in_text(alt: str, file: str = "home.png") -> str:
    return f"![{alt}](../images/{file})"


FILE_NAMES = ("home.png", "IMG_2041", "DSC01234.JPG", "photo.jpeg", "warm-home_2")
NEEDLESS = (
    "Image of a room", "a picture of a room", "The photograph showing a room", "Llun o ystafell",
)  # fmt: skip
FINE = (
    "Home", "A warm room", "Imagery of a room", "Photographers at work", "Two lamps. A desk.jpg!",
    "Pictures of the year", "P7 books on a shelf", "Lluniau o Gymru", "x" * 250,
)  # fmt: skip


@pytest.mark.parametrize("alt", FILE_NAMES)
def test_alternative_text_that_is_a_file_name_is_an_error(site: SiteFolder, alt: str) -> None:
    """What a camera called a file tells nobody anything."""
    file = "warm-home_2.png" if alt in "warm-home_2.png" else "home.png"
    assert "alt-is-file-name" in rules(site, in_field(alt, file=file))
    assert rules(site, text=in_text(alt, file)).count("alt-is-file-name") == 2
    assert all(one.level == "error" for one in site.problems() if one.rule == "alt-is-file-name")


@pytest.mark.parametrize("alt", NEEDLESS)
def test_alternative_text_that_says_it_is_an_image_is_a_warning(site: SiteFolder, alt: str) -> None:
    """A screen reader has said so already."""
    assert rules(site, in_field(alt), in_text(alt)) == ["alt-needless-start"] * 2
    assert {one.level for one in site.problems()} == {"warning"}


def test_alternative_text_that_is_too_long_is_a_warning(site: SiteFolder) -> None:
    """Nobody can stop and go back in a text that is said in one breath."""
    assert rules(site, in_field("x" * 251), in_text("x" * 251)) == ["alt-too-long"] * 2
    assert {one.level for one in site.problems()} == {"warning"}


@pytest.mark.parametrize("alt", FINE)
def test_alternative_text_that_says_what_is_shown_is_fine(site: SiteFolder, alt: str) -> None:
    """No rule stands in the way of plain words."""
    assert rules(site, in_field(alt), in_text(alt)) == []


@pytest.mark.parametrize(
    ("caption", "broken"),
    [("A warm room.", ["alt-repeats-caption"]), ("The room after the work", [])],
)
def test_alternative_text_that_is_the_caption_is_a_warning(
    site: SiteFolder, caption: str, broken: list[str]
) -> None:
    """Who hears both is told one thing twice."""
    assert rules(site, in_field("A warm room", f", caption: '{caption}'")) == broken


def test_slip_in_alternative_text_is_told_where_it_stands(site: SiteFolder) -> None:
    """The line and column are those of the words."""
    rules(site, "image:\n  file: ../images/home.png\n  alt: Image of a room")
    (told,) = site.problems()
    source = (site.root / STORY).read_text("utf-8").split("\n")
    assert source[told.position.line - 1][told.position.column - 1 :] == "Image of a room"


def test_lead_image_that_is_too_small_is_a_warning(site: SiteFolder) -> None:
    """At the head of a page an image needs pixels; in a text it may be as small as it is."""
    assert rules(site, in_field("A room", file="warm-home_2.png")) == ["lead-image-small"]
    (told,) = site.problems()
    assert told.level == "warning"
    assert "1,200 × 639 pixels" in told.what


def test_small_image_in_text_is_fine(site: SiteFolder) -> None:
    """In a text an image may be as small as it is."""
    assert rules(site, text=in_text("A room", "warm-home_2.png")) == []


@pytest.mark.parametrize("focus", ["left", "30 60", "[30, 60]", "50% 200%"])
def test_focus_that_is_no_point_is_named_with_an_example(site: SiteFolder, focus: str) -> None:
    """An author sees how a point is written."""
    rules(site, in_field("A room", f", focus: {focus}"))
    (told,) = site.problems()
    assert "`image.focus`" in told.what or "`focus`" in told.what
    assert "for example: 30% 60%" in told.fix
