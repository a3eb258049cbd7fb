"""Pictures without notes: every pixel is as it was, and nothing is said of who made them."""

import io
from typing import Any

import pytest
from PIL import ExifTags, Image

from site_builder.read.pictures.without_metadata import CanNotTell, without_metadata
from tests.own_files import picture

FORMS = {"jpg": "JPEG", "png": "PNG", "webp": "WEBP"}


@pytest.mark.parametrize("ending", FORMS)
@pytest.mark.parametrize("options", [{}, {"progressive": True}, {"icc_profile": b"colours"}])
def test_notes_go_and_pixels_stay(ending: str, options: dict[str, Any]) -> None:
    data = picture(FORMS[ending], comment="by Ada Secret", **options)
    assert b"Ada Secret" in data
    clean = without_metadata(data, ending)
    assert b"Ada Secret" not in clean
    with Image.open(io.BytesIO(data)) as before, Image.open(io.BytesIO(clean)) as after:
        assert after.tobytes() == before.tobytes()
        assert after.info.get("icc_profile") == before.info.get("icc_profile")
        assert not after.getexif().get_ifd(ExifTags.IFD.GPSInfo)


def test_a_jpeg_lies_as_it_did() -> None:
    for turn in range(1, 9):
        clean = without_metadata(picture("JPEG", turn), "jpg")
        with Image.open(io.BytesIO(clean)) as image:
            assert image.getexif().get(ExifTags.Base.Orientation, 1) == turn
            assert len(image.getexif()) == (turn != 1)


def test_a_second_picture_in_the_file_goes_with_its_notes() -> None:
    """Telephones keep one for depth or light, with the place in it."""
    clean = without_metadata(picture("JPEG") + picture("JPEG"), "jpg")
    assert clean == without_metadata(picture("JPEG"), "jpg")


@pytest.mark.parametrize("ending", FORMS)
def test_what_is_cut_is_told(ending: str) -> None:
    data = picture(FORMS[ending])
    for end in range(0, len(data) - 12, 7):
        with pytest.raises(CanNotTell):
            without_metadata(data[:end], ending)


def test_other_formats_stay() -> None:
    assert without_metadata(b"anything", "gif") == b"anything"
