"""What is learnt of an image from its bytes: format, upright size, turn, whether it is clear."""

import io
from typing import Any

import pytest
from PIL import Image

from site_builder.read.pictures.images import ChangedWhileBuilding, ImageFile, Shape, read_image
from site_builder.read.problems import Problem
from tests.pictures import found_file, image_file, saved


def noted(turn: int) -> bytes:
    """Return EXIF in which a camera notes how it was held."""
    exif = Image.Exif()
    exif[0x0112] = turn
    return exif.tobytes()


@pytest.mark.parametrize(("turn", "size"), [(1, (40, 30)), (3, (40, 30)), (6, (30, 40))])
@pytest.mark.parametrize(
    ("form", "name"), [("JPEG", "a.jpg"), ("PNG", "a.png"), ("WEBP", "a.webp"), ("AVIF", "a.avif")]
)
def test_shape_has_size_of_upright_image(
    form: str, name: str, turn: int, size: tuple[int, int]
) -> None:
    """Width and height are those that a reader sees, however the camera was held."""
    shape = image_file(saved(Image.new("RGB", (40, 30)), form, exif=noted(turn)), name).shape
    assert (shape.width, shape.height) == size
    assert (shape.format, shape.turn, shape.is_clear) == (form, turn, False)


def test_large_photograph_keeps_its_size_though_it_is_looked_at_small() -> None:
    """A JPEG is checked at an eighth of its size, and measured at its full one."""
    shape = image_file(saved(Image.new("RGB", (801, 601)), "JPEG"), "a.jpg").shape
    assert (shape.width, shape.height) == (801, 601)


@pytest.mark.parametrize("turn", [0, 9, 250])
def test_turn_that_means_nothing_is_none(turn: int) -> None:
    """A note that no camera makes turns nothing."""
    data = saved(Image.new("RGB", (40, 30)), "JPEG", exif=noted(turn))
    assert image_file(data, "a.jpg").shape.turn == 1


def test_broken_note_of_camera_does_not_break_an_image() -> None:
    """The pixels are whole; what is written beside them is not needed."""
    exif = noted(6)
    broken = exif[: len(exif) - 8] + b"\xff" * 8
    data = saved(Image.new("RGB", (40, 30)), "JPEG", exif=broken)
    assert isinstance(read_image(found_file(data, "a.jpg"), {}), ImageFile)


def test_jpeg_with_second_picture_is_a_jpeg() -> None:
    """Telephones put depth or light into the same file; the name ends in .jpg all the same."""
    first, second = Image.new("RGB", (40, 30)), Image.new("RGB", (8, 6))
    data = saved(first, "MPO", save_all=True, append_images=[second])
    assert image_file(data, "a.jpg").shape == Shape("JPEG", 40, 30, 1, is_clear=False)


@pytest.mark.parametrize(
    ("image", "is_clear"),
    [
        (Image.new("RGBA", (4, 4), (1, 2, 3, 255)), False),
        (Image.new("RGBA", (4, 4), (1, 2, 3, 254)), True),
        (Image.new("LA", (4, 4), (1, 0)), True),
        (Image.new("RGB", (4, 4)), False),
    ],
)
def test_image_is_clear_when_something_shows_through(image: Image.Image, is_clear: bool) -> None:
    """A file that could be clear and is not is as solid as any other."""
    assert image_file(saved(image)).shape.is_clear == is_clear


def test_known_image_is_not_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    """What an earlier build found whole is taken from its digest."""
    data = saved(Image.new("RGB", (40, 30)))
    looked = image_file(data)

    def stop(*_: Any, **__: Any) -> None:
        raise AssertionError("the image was opened")

    monkeypatch.setattr(Image, "open", stop)
    known = {looked.original.digest: looked.shape}
    assert read_image(found_file(data, "field.png"), known) == looked
    misnamed = read_image(found_file(data, "field.jpg"), known)
    assert isinstance(misnamed, Problem)
    assert misnamed.rule == "wrong-image-format"


@pytest.mark.parametrize("share", [0.3, 0.6, 0.95])
def test_jpeg_that_is_cut_short_is_found_out(share: float) -> None:
    """Looking at it small misses nothing that is missing."""
    noise = Image.effect_noise((640, 480), 90).convert("RGB")
    data = saved(noise, "JPEG")
    cut = read_image(found_file(data[: round(len(data) * share)], "a.jpg"), {})
    assert isinstance(cut, Problem)
    assert cut.rule == "broken-image"
    assert Image.open(io.BytesIO(data)).size == (640, 480)


def test_original_that_changed_since_it_was_read_is_refused() -> None:
    """A file that is saved anew in the middle of a build is not taken for what was checked."""
    image = image_file(saved(Image.new("RGB", (41, 31))))
    assert image.original.read().startswith(b"\x89PNG")
    image.original.file.write_bytes(saved(Image.new("RGB", (42, 32))))
    with pytest.raises(ChangedWhileBuilding, match="build again"):
        image.original.read()
