"""An image is there, is the site's own, and says what it shows or that it shows nothing."""

import io

import pytest
from PIL import Image

from ..conftest import SiteFolder

STORY = "content/case-studies/warm-homes.md"


def rules(site: SiteFolder, fields: str = "", text: str = "") -> list[str]:
    """Return the rules that a story breaks with some more fields and some more text."""
    file = io.BytesIO()
    Image.new("RGB", (4, 3), "navy").save(file, "PNG")
    site.write("content/images/home.png", file.getvalue())
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
