"""Files made from originals: upright, in sRGB, of the pixels that matter, and of the same bytes."""

import io

import pytest
from PIL import AvifImagePlugin, Image, ImageCms, ImageDraw

from site_builder.compose.pictures.images import CARD
from site_builder.publish.pictures.images import encode, unpacked
from site_builder.read.types.fields.text import Focus
from tests.pictures import image_file, published, renditions, saved

RED, GREEN, BLUE = (255, 0, 0), (0, 160, 0), (0, 0, 255)


def near(pixel: object, colour: tuple[int, ...], within: int = 24) -> bool:
    """Tell whether a pixel has a colour, as near as encoding leaves it."""
    assert isinstance(pixel, tuple)
    return all(abs(a - b) <= within for a, b in zip(pixel, colour, strict=False))


def quartered(size: tuple[int, int] = (80, 40)) -> Image.Image:
    """Return an image with a red corner at the left of the top, on blue."""
    image = Image.new("RGB", size, BLUE)
    ImageDraw.Draw(image).rectangle((0, 0, size[0] // 2 - 1, size[1] // 2 - 1), fill=RED)
    return image


AS_HELD = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}
"""What a camera stores of an upright scene, by what it then notes."""


@pytest.mark.parametrize("turn", AS_HELD)
def test_published_image_is_upright(turn: int) -> None:
    """The turn or mirroring that a camera only noted is made, in every format."""
    exif = Image.Exif()
    exif[0x0112] = turn
    data = saved(quartered().transpose(AS_HELD[turn]), "JPEG", exif=exif, quality=95)
    for image in published(data, "field.jpg").values():
        assert image.size == (80, 40)
        assert near(image.convert("RGB").getpixel((10, 8)), (254, 0, 0), 40)
        assert near(image.convert("RGB").getpixel((70, 30)), (0, 0, 254), 40)


@pytest.mark.parametrize("form", ["PNG", "WEBP", "AVIF"])
def test_published_image_keeps_transparency(form: str) -> None:
    """What is clear stays clear in each format, and falls back on PNG."""
    clear = Image.new("RGBA", (60, 40), (*RED, 255))
    clear.paste((0, 0, 0, 0), (0, 0, 30, 40))
    files = published(saved(clear, form, lossless=True, quality=100), f"field.{form.lower()}")
    assert {image.format for image in files.values()} == {"AVIF", "WEBP", "PNG"}
    for image in files.values():
        pixels = image.convert("RGBA")
        left, right = pixels.getpixel((10, 20)), pixels.getpixel((50, 20))
        assert isinstance(left, tuple)
        assert left[3] <= 4
        assert near(right, (*RED, 255), 40)


def sixteen_bits() -> Image.Image:
    return Image.new("I;16", (40, 30), 0x8080)


MODES = {
    "1": Image.new("1", (40, 30), 1),
    "L": Image.new("L", (40, 30), 128),
    "LA": Image.new("LA", (40, 30), (128, 255)),
    "P": Image.new("RGB", (40, 30), (128, 128, 128)).quantize(4),
    "I;16": sixteen_bits(),
    "RGB": Image.new("RGB", (40, 30), (128, 128, 128)),
    "RGBA": Image.new("RGBA", (40, 30), (128, 128, 128, 255)),
}


@pytest.mark.parametrize("mode", MODES)
def test_image_of_any_mode_is_published_in_its_colour(mode: str) -> None:
    """Whatever a program saved, a browser can show what is published, no lighter and no darker."""
    value = 255 if mode == "1" else 128
    for image in published(saved(MODES[mode])).values():
        assert image.mode == "RGB"
        assert near(image.getpixel((20, 15)), (value, value, value), 4)


def test_print_colours_become_screen_colours() -> None:
    """A photograph made ready for print is shown as light, not as ink."""
    ink = Image.new("CMYK", (40, 30), (0, 255, 255, 0))
    for image in published(saved(ink, "JPEG", quality=95), "field.jpg").values():
        assert image.mode == "RGB"
        assert near(image.getpixel((20, 15)), RED, 40)


def swapped_profile() -> bytes:
    """Return a colour profile that calls red what sRGB calls green, and the other way round."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    red, green = profile.index(b"rXYZ"), profile.index(b"gXYZ")
    profile[red : red + 4], profile[green : green + 4] = b"gXYZ", b"rXYZ"
    return bytes(profile)


@pytest.mark.parametrize("mode", ["RGB", "RGBA"])
def test_colours_of_a_profile_are_made_those_of_every_screen(mode: str) -> None:
    """The profile goes, and what it said of the colours is done."""
    image = Image.new(mode, (40, 30), (*RED, 128) if mode == "RGBA" else RED)
    files = published(saved(image, "PNG", icc_profile=swapped_profile()))
    for written in files.values():
        assert "icc_profile" not in written.info
        assert written.mode == mode
        red, green, *rest = written.convert(mode).getpixel((20, 15))  # type: ignore[misc]
        assert red < 30
        assert green > 220
        assert all(value in range(-1, 31) or abs(value - 128) < 5 for value in rest)


@pytest.mark.parametrize("profile", [b"", b"no profile", swapped_profile()[:200]])
@pytest.mark.parametrize("mode", ["RGB", "L"])
def test_profile_that_says_nothing_is_left_out(mode: str, profile: bytes) -> None:
    """A profile that is broken, or of another kind of image, changes no colour."""
    data = saved(MODES[mode], "JPEG", icc_profile=profile)
    for image in published(data, "field.jpg").values():
        assert "icc_profile" not in image.info
        assert near(image.convert("RGB").getpixel((20, 15)), (128, 128, 128), 4)


def test_first_frame_of_animation_is_published() -> None:
    """What moves on a page is not for everybody; a still image is."""
    frames = [Image.new("RGB", (40, 30), colour) for colour in (RED, BLUE)]
    data = saved(frames[0], "GIF", save_all=True, append_images=frames[1:], duration=100)
    for image in published(data, "field.gif").values():
        assert getattr(image, "n_frames", 1) == 1
        assert near(image.convert("RGB").getpixel((20, 15)), RED, 40)


@pytest.mark.parametrize(("focus", "colour"), [(Focus(50, 0), RED), (Focus(50, 100), BLUE)])
def test_card_shows_pixels_around_focus(focus: Focus, colour: tuple[int, ...]) -> None:
    """What an author calls the point of an image is on the card, though it was turned."""
    tall = Image.new("RGB", (600, 2000), BLUE)
    tall.paste(RED, (0, 0, 600, 1000))
    exif = Image.Exif()
    exif[0x0112] = 6
    data = saved(tall.transpose(Image.Transpose.ROTATE_90), "JPEG", exif=exif)
    for image in published(data, "field.jpg", CARD, focus).values():
        assert image.size == (480, 300)
        assert near(image.convert("RGB").getpixel((240, 150)), colour, 40)


@pytest.mark.parametrize("size", [(1, 1), (1, 2), (3, 1), (2, 700), (1700, 1), (999, 333)])
def test_image_of_any_size_is_published(size: tuple[int, int]) -> None:
    """No image is too small, too wide or too tall, and each file has the size that is stated."""
    for use in (None, CARD):
        described = renditions(image_file(saved(Image.new("RGB", size))), use or CARD)
        written = encode(tuple(described.values()))
        for one, data in zip(described.values(), written, strict=True):
            assert Image.open(io.BytesIO(data)).size == (one.width, one.height)


def test_large_jpeg_is_unpacked_at_half_its_size() -> None:
    """Most of the time goes into pixels that are thrown away again."""
    (one, *_) = renditions(image_file(saved(quartered((4000, 3000)), "JPEG"), "a.jpg")).values()
    pixels, times = unpacked(one)
    assert (pixels.size, times) == ((2000, 1500), 2.0)


def test_file_does_not_depend_on_what_is_made_with_it() -> None:
    """One file alone has the bytes that it has among all others."""
    light = saved(Image.linear_gradient("L").resize((1700, 900)).convert("RGB"), "JPEG")
    described = tuple(renditions(image_file(light, "a.jpg")).values())
    assert len(described) == 9
    assert [encode([one])[0] for one in described] == encode(described)


def test_number_of_processors_is_not_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """The library that writes AVIF takes every processor unless told, and then other bytes."""
    light = Image.linear_gradient("L").resize((1700, 900)).convert("RGB")
    described = tuple(renditions(image_file(saved(light, "JPEG"), "a.jpg")).values())
    written = []
    for count in (1, 4):
        monkeypatch.setattr(AvifImagePlugin, "DEFAULT_MAX_THREADS", count)
        written.append(encode(described[:3]))
    assert {one.form.name for one in described[:3]} == {"AVIF"}
    assert written[0] == written[1]
