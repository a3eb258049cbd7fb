"""Images as they are published: upright, small enough, and always of the same bytes."""

import io

import pytest
from PIL import Image

from site_builder.compose.images import WIDEST, published
from site_builder.read.images import ImageFile
from tests.compose.stories import photograph, write_pictured_story, write_story
from tests.conftest import SiteFolder


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


def test_published_image_is_at_most_1600_pixels_wide() -> None:
    """A large photograph is made smaller, in proportion."""
    image = published(ImageFile("content/images/Wide One.jpg", photograph(width=4000)))
    assert image.width == WIDEST
    assert opened(image.data).size == (image.width, image.height)
    assert image.height == 12
    assert image.address.startswith("images/wide-one-")


def test_published_image_is_upright() -> None:
    """The turn that a camera only noted is made before the note goes."""
    exif = Image.Exif()
    exif[0x0112] = 6
    image = published(ImageFile("a.jpg", photograph(exif=exif.tobytes())))
    assert (image.width, image.height) == (30, 40)


def test_published_image_keeps_transparency_as_png() -> None:
    """What is clear stays clear; everything else is JPEG."""
    written = io.BytesIO()
    Image.new("RGBA", (4, 4), (1, 2, 3, 4)).save(written, "PNG")
    clear, solid = ImageFile("a.png", written.getvalue()), ImageFile("a.png", photograph("PNG"))
    assert (published(clear).media_type, published(solid).media_type) == ("image/png", "image/jpeg")
    assert opened(published(clear).data).getpixel((0, 0)) == (1, 2, 3, 4)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "CMYK", "RGB", "RGBA"])
def test_image_of_any_mode_is_published(mode: str) -> None:
    """Whatever a program saved, a browser can show what is published."""
    written = io.BytesIO()
    Image.new(mode, (4, 4)).save(written, "JPEG" if mode == "CMYK" else "PNG")
    image = published(ImageFile("a", written.getvalue()))
    assert opened(image.data).mode in ("RGB", "RGBA")


def test_same_image_gives_same_bytes_and_name() -> None:
    """The name carries a digest, so that a browser may keep the file for ever."""
    one, same = (published(ImageFile("a.jpg", photograph())) for _ in range(2))
    other = published(ImageFile("a.jpg", photograph(width=41)))
    assert (one.address, one.data) == (same.address, same.data)
    assert one.address != other.address


def test_only_images_that_are_shown_are_published(site: SiteFolder) -> None:
    """An image that no public item shows is nowhere, and one that two show is there once."""
    write_pictured_story(site)
    write_story(site, "other", "Other", body="![A field](../images/field.jpg)")
    site.write("content/images/unused.jpg", photograph(width=50))
    site.build()
    images = [name for name in site.files() if name.startswith("images/")]
    assert len(images) == 1
    assert images[0] in site.page("case-studies/other/index.html")
