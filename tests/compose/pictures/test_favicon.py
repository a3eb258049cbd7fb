"""The favicon: tiny, whole, and legible in both schemes."""

from lxml import etree

from site_builder.compose.pictures.favicon import FAVICON, FAVICON_ADDRESS
from site_builder.read.theme.colours import CARD, DARK_INK, DARK_PAPER, INK, contrast
from tests.conftest import SiteFolder


def test_favicon_is_a_tiny_image_for_both_schemes() -> None:
    """It asks for nothing, and its colour follows the scheme."""
    tree = etree.fromstring(FAVICON)
    assert tree.tag == "{http://www.w3.org/2000/svg}svg"
    assert len(FAVICON) < 400
    assert b"prefers-color-scheme:dark" in FAVICON
    assert INK.encode() in FAVICON
    assert DARK_INK.encode() in FAVICON
    assert contrast(INK, CARD) > 7
    assert contrast(DARK_INK, DARK_PAPER) > 7


def test_favicon_is_published_under_a_name_for_its_bytes(site: SiteFolder) -> None:
    """A browser can keep it for ever."""
    site.build()
    assert site.files()[FAVICON_ADDRESS] == FAVICON
