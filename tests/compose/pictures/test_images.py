"""Pictures are described: in which sizes, formats and parts, and at which addresses."""

import itertools
from pathlib import Path

import pytest
from PIL import Image

from site_builder.compose.pictures.images import CARD, WHOLE, Box, Pictures, Use, part_of, shrink_of
from site_builder.read.pictures.images import ImageFile, Original, Shape
from site_builder.read.types.fields.text import Focus
from tests.compose.stories import photograph, write_pictured_story, write_story
from tests.conftest import SiteFolder
from tests.pictures import image_file, renditions, saved


def of_size(width: int, height: int, form: str = "JPEG", *, is_clear: bool = False) -> ImageFile:
    """Return an image of a size, without pixels: describing it needs none."""
    shape = Shape(form, width, height, 1, is_clear)
    return ImageFile("content/images/Wide One.jpg", Original(Path("wide.jpg"), "d" * 32), shape)


def widths(image: ImageFile, use: Use = WHOLE) -> set[int]:
    return {one.width for one in renditions(image, use).values()}


@pytest.mark.parametrize(
    ("width", "expected"),
    [
        (4000, {480, 960, 1600}),
        (1600, {480, 960, 1600}),
        (1599, {480, 960}),
        (480, {480}),
        (479, {479}),
        (1, {1}),
    ],
)
def test_picture_is_never_wider_than_its_image(width: int, expected: set[int]) -> None:
    """Widths above the image's own are left out, and one is always there."""
    assert widths(of_size(width, 300)) == expected


def test_picture_is_in_three_formats_in_each_size() -> None:
    """A browser takes the first format that it knows, and the size that fits."""
    addresses = renditions(of_size(4000, 3000))
    ends = {address.rsplit("-", 1)[1] for address in addresses}
    forms = ("avif", "webp", "jpg")
    assert ends == {f"{w}.{form}" for w, form in itertools.product((480, 960, 1600), forms)}
    assert all(address.startswith("images/wide-one-") for address in addresses)


def test_picture_for_readers_of_one_file_is_of_middle_size() -> None:
    """Feed readers, and browsers that know no other way, get 960 pixels or what there is."""
    for width, plain in ((4000, 960), (700, 480), (300, 300)):
        image = of_size(width, width // 2)
        picture = Pictures({image.path: image}).picture(image.path, "")
        assert (picture.width, picture.height) == (plain, plain // 2)
        assert picture.address.endswith(f"-{plain}.jpg")
        assert picture.media_type == "image/jpeg"


def test_clear_picture_falls_back_on_png() -> None:
    """JPEG knows no transparency."""
    clear = of_size(500, 300, "PNG", is_clear=True)
    assert {address.rsplit(".", 1)[1] for address in renditions(clear)} == {"avif", "webp", "png"}


def test_drawing_keeps_all_of_its_colour() -> None:
    """Red lines on white blur when colour has half the detail; photographs lose nothing by it."""
    for form, chroma in (("PNG", "4:4:4"), ("GIF", "4:4:4"), ("JPEG", "4:2:0")):
        options = [dict(one.form.options) for one in renditions(of_size(500, 300, form)).values()]
        assert {one["subsampling"] for one in options if "subsampling" in one} == {chroma}


def test_tall_image_fits_into_every_format() -> None:
    """WebP has room for 16,383 pixels from top to bottom."""
    for width, height in ((500, 100_000), (1, 50_000_000)):
        assert all(one.height <= 16_000 for one in renditions(of_size(width, height)).values())
    assert widths(of_size(500, 100_000)) == {80}


@pytest.mark.parametrize(
    ("size", "focus", "part"),
    [
        ((1600, 1000), Focus.MIDDLE, Box(0, 0, 1600, 1000)),
        ((4000, 3000), Focus.MIDDLE, Box(0, 250, 4000, 2500)),
        ((4000, 3000), Focus(50, 0), Box(0, 0, 4000, 2500)),
        ((4000, 3000), Focus(50, 100), Box(0, 500, 4000, 2500)),
        ((3000, 4000), Focus(50, 30), Box(0, 263, 3000, 1875)),
        ((4000, 1000), Focus(25, 50), Box(200, 0, 1600, 1000)),
        ((4000, 1000), Focus(100, 50), Box(2400, 0, 1600, 1000)),
        ((1, 1), Focus(100, 100), Box(0, 0, 1, 1)),
    ],
)
def test_card_shows_part_around_focus(size: tuple[int, int], focus: Focus, part: Box) -> None:
    """The cut has the card's proportion, stays inside the image and is as near as can be."""
    assert part_of(Shape("JPEG", *size, 1, is_clear=False), (8, 5), focus) == part


def test_card_has_sizes_of_the_part_that_it_shows() -> None:
    """A panorama gives a card no more pixels than its cut has."""
    assert widths(of_size(4000, 500), CARD) == {480}
    assert {(one.width, one.height) for one in renditions(of_size(4000, 3000), CARD).values()} == {
        (480, 300), (960, 600),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("size", "times"),
    [((4000, 3000), 2), ((3000, 4000), 1), ((1600, 1000), 1), ((8000, 6000), 4), ((9000, 1300), 2),
     ((40, 30), 1)],
)  # fmt: skip
def test_image_is_unpacked_smaller_only_where_nothing_is_lost(
    size: tuple[int, int], times: int
) -> None:
    """The widest file, and the widest card, are still made from more pixels than they have."""
    assert shrink_of(Shape("JPEG", *size, 1, is_clear=False)) == times


def test_address_has_digest_of_all_that_decides_the_file() -> None:
    """The name differs with the bytes, the cut and the format, so that it may be kept for ever."""
    one = image_file(photograph(width=700), "field.jpg")
    other = image_file(photograph("PNG", width=700), "field.png")
    assert one.shape != other.shape
    cuts = [CARD, WHOLE, Use((480, 960), (1, 1))]
    addresses = [
        address for image in (one, other) for use in cuts for address in renditions(image, use)
    ]
    assert len(set(addresses)) == len(addresses)
    assert set(renditions(one)) == set(renditions(image_file(photograph(width=700), "field.jpg")))


def test_focus_changes_no_file_of_a_whole_picture() -> None:
    """Where nothing is cut off, every point stays."""
    image = of_size(4000, 3000)
    assert renditions(image, WHOLE, Focus(0, 0)) == renditions(image, WHOLE, Focus(100, 100))
    assert set(renditions(image, CARD, Focus(0, 0))) & set(renditions(image, CARD)) == set()


def test_only_images_that_are_shown_are_published(site: SiteFolder) -> None:
    """An image that no public item shows is nowhere, and one that two show is there once."""
    write_pictured_story(site)
    write_story(site, "other", "Other", body="![A field](../images/field.jpg)")
    site.write("content/images/unused.jpg", photograph(width=50))
    site.build()
    images = {name for name in site.files() if name.startswith("images/")}
    stems = {name.rsplit("-", 1)[0] for name in images}
    assert len(stems) == 2  # the whole picture, and the cut for cards
    shown = site.page("case-studies/other/index.html") + site.page("index.html")
    assert all(name in shown for name in images)


def test_original_is_never_published(site: SiteFolder) -> None:
    """No file of the site is the file that an author gave."""
    write_pictured_story(site)
    small = saved(Image.new("RGB", (8, 8)), "PNG")
    site.write("content/images/small.png", small)
    write_story(site, "other", "Other", body="![A dot](../images/small.png)")
    site.build()
    originals = set(site.files("content/images").values())
    assert originals & set(site.files().values()) == set()
