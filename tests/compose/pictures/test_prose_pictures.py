"""Images of texts are the theme's pictures, with what their author said of them."""

import re
from dataclasses import dataclass

from site_builder.compose.output import Output
from site_builder.compose.pictures.prose_pictures import SIZES, image_html, picture_html
from site_builder.compose.views.pictures import Candidate, Picture, PictureSource
from site_builder.publish.renderer import Renderer
from site_builder.read.theme.theme import read_theme
from site_builder.settings import theme_folder
from tests.compose.stories import photograph, write_story
from tests.conftest import SiteFolder


def candidates(ending: str) -> tuple[Candidate, ...]:
    return tuple(Candidate(f"images/a-{w}.{ending}", w) for w in (480, 960))


PICTURE = Picture(
    address="images/a-960.jpg",
    media_type="image/jpeg",
    width=960,
    height=720,
    candidates=candidates("jpg"),
    sources=(
        PictureSource("image/avif", candidates("avif")),
        PictureSource("image/webp", candidates("webp")),
    ),
    alt="A field & a gate",
)
TEMPLATE = """{% from "components/picture/template.html" import picture as macro %}
{{ macro(picture, "../", sizes, true) }}"""


@dataclass(frozen=True)
class Inputs:
    """Inputs of a template that shows one picture."""

    picture: Picture
    sizes: str


def test_picture_of_text_has_markup_of_the_component() -> None:
    """What compose writes into a text is what the theme's macro writes elsewhere."""
    theme = read_theme(theme_folder())
    templates = (*theme.templates, ("own.html", TEMPLATE))
    renderer = Renderer(type(theme)(templates, theme.stylesheet, theme.words))
    ours = picture_html(PICTURE, "../", {"src": "x", "alt": PICTURE.alt})
    output = Output("index.html", "own.html", Inputs(PICTURE, SIZES))
    assert renderer.render(output).decode().strip() == ours


def test_picture_of_text_keeps_what_its_author_said() -> None:
    """Role, title, language and name stay; the address and the size are the site's."""
    attributes = {"alt": "", "src": "x.jpg", "role": "presentation", "id": "f", "title": 'A "b"'}
    written = picture_html(PICTURE, "../", attributes)
    image = written[written.index("<img") :]
    assert ' alt="" role="presentation" id="f" title="A &quot;b&quot;" loading="lazy"' in image
    assert "x.jpg" not in written
    assert ' width="960" height="720"' in image


def test_picture_of_text_is_as_wide_as_its_author_asks() -> None:
    """The proportion is the image's, and a browser fetches no more than it shows."""
    for asked, size in (("300", (300, 225)), ("wide", (960, 720)), ("0", (960, 720))):
        written = picture_html(PICTURE, "../", {"alt": "", "width": asked, "height": "9"})
        assert f'width="{size[0]}" height="{size[1]}"' in written
    assert written.count(f'sizes="{SIZES}"') == 3
    assert picture_html(PICTURE, "", {"width": "300"}).count('sizes="300px"') == 3


def test_image_for_feeds_is_one_file_with_its_whole_address() -> None:
    """Feed readers take out whatever gives a choice."""
    root = "https://example.org/"
    assert image_html(PICTURE, root, {"alt": "A field", "src": "x"}) == (
        '<img src="https://example.org/images/a-960.jpg" width="960" height="720" alt="A field">'
    )


def test_text_with_images_is_shown_on_page_and_in_feed(site: SiteFolder) -> None:
    """A page gives the choice, a feed the one file; each address of either is there."""
    site.write("content/images/field.jpg", photograph(width=1000))
    body = "![A & b](../images/field.jpg) and ![](../images/field.jpg){decorative=true}"
    write_story(site, "images", "Images", body=body)
    site.build()
    page, files = site.page("case-studies/images/index.html"), site.files()
    assert page.count("<picture>") == 2
    assert 'alt="A &amp; b"' in page
    assert 'alt="" role="presentation"' in page
    named = re.findall(r'\.\./\.\./(images/[^" ,]+)', page)
    assert len(set(named)) == 6
    assert all(name in files for name in named)
    feed = site.page("feed.xml")
    assert "srcset" not in feed
    (address,) = set(re.findall(r'src="https://record.example.org/([^"]+)"', feed))
    assert address in files
