"""What earlier builds found of images is a help that can be lost, broken or strange."""

from pathlib import Path

import pytest
from PIL import Image

from site_builder.read.kept.known_images import read_known_images, write_known_images
from site_builder.read.pictures.images import Shape
from tests.pictures import image_file, saved

IMAGE = image_file(saved(Image.new("RGB", (40, 30))))


def test_known_images_are_read_as_they_were_written(tmp_path: Path) -> None:
    """The shape of each image comes back under its digest."""
    path = tmp_path / "cache" / "images.json"
    write_known_images(path, [IMAGE])
    assert read_known_images(path) == {
        IMAGE.original.digest: Shape("PNG", 40, 30, 1, is_clear=False)
    }
    assert [one.name for one in path.parent.iterdir()] == ["images.json"]


@pytest.mark.parametrize("change", [b"", b"\x00", b"{}", b"\n{}", b"\xff\xfe"])
def test_known_images_that_are_broken_are_none(tmp_path: Path, change: bytes) -> None:
    """Whatever is not whole is not believed."""
    path = tmp_path / "images.json"
    path.write_bytes(change)
    assert read_known_images(path) == {}


def test_known_images_that_were_altered_are_none(tmp_path: Path) -> None:
    """A width that somebody changed is found out by the stamp."""
    path = tmp_path / "images.json"
    write_known_images(path, [IMAGE])
    path.write_text(path.read_text("utf-8").replace("40", "41"), "utf-8")
    assert read_known_images(path) == {}


def test_known_images_of_other_library_are_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another version of the image library may think otherwise of the same file."""
    path = tmp_path / "images.json"
    write_known_images(path, [IMAGE])
    monkeypatch.setattr("PIL.__version__", "0")
    assert read_known_images(path) == {}


def test_known_images_that_can_not_be_written_are_done_without(tmp_path: Path) -> None:
    """A cache in the way stops no build."""
    (tmp_path / "cache").write_text("a file where the folder should be", "utf-8")
    write_known_images(tmp_path / "cache" / "images.json", [IMAGE])
    assert read_known_images(tmp_path / "cache" / "images.json") == {}
