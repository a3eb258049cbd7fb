"""Costly files: made side by side or taken from the cache, and the bytes never tell which."""

import shutil
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageFile

from site_builder.build import Progress, prepare, put_in_place
from site_builder.publish import Place, publish
from site_builder.publish.pictures import images
from site_builder.publish.side_by_side import MOST_WORKERS, usable_processors
from tests.compose.stories import story, write_story
from tests.conftest import SITES, SiteFolder, copy_of
from tests.pictures import saved

STORIES = 3
FILES = 6
"""Files of one photograph: three formats, whole and cut for a card."""
SIZE, LOOK = (500, 320), (63, 40)
"""A photograph's size, and that at which its bytes are looked at."""


def gradient(number: int) -> bytes:
    """Return a photograph of light that comes from one side, each from another."""
    light = Image.linear_gradient("L").rotate(10 * number).resize(SIZE)
    return saved(light.convert("RGB"), "JPEG")


def write_pictures(site: SiteFolder) -> SiteFolder:
    """Write three stories that have a photograph each."""
    for number in range(STORIES):
        site.write(f"content/images/light-{number}.jpg", gradient(number))
        image = f"image: {{file: ../images/light-{number}.jpg, alt: Light}}"
        write_story(site, f"light-{number}", f"Light {number}", extra=image)
    return site


@pytest.fixture
def unbuilt(site: SiteFolder) -> SiteFolder:
    """Return a site in which three stories have a photograph each."""
    return write_pictures(site)


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> SiteFolder:
    """Return such a site, built; it is only copied."""
    site = SiteFolder(shutil.copytree(SITES / "small", tmp_path_factory.mktemp("o") / "small"))
    write_pictures(site).build()
    return site


@pytest.fixture
def pictured(once: SiteFolder, tmp_path: Path) -> SiteFolder:
    """Return a site in which three stories have a photograph each, built before."""
    return copy_of(once, tmp_path / "pictured")


def images_of(site: SiteFolder) -> Mapping[str, bytes]:
    return {name: data for name, data in site.files().items() if name.startswith("images/")}


@pytest.fixture
def unpacked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[int, int]]:
    """Return a list that grows with the size of each image whose pixels are unpacked."""
    seen: list[tuple[int, int]] = []
    load = ImageFile.ImageFile.load

    def noted(image: ImageFile.ImageFile) -> Any:
        if image.tile:  # what is unpacked already has none left
            seen.append(image.size)
        return load(image)

    monkeypatch.setattr(ImageFile.ImageFile, "load", noted)
    return seen


@pytest.fixture
def encoded(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Return a list that grows with the number of files that each batch makes."""
    seen: list[int] = []
    write = images.encode

    def noted(inputs: Sequence[Any]) -> list[bytes]:
        seen.append(len(inputs))
        return write(inputs)

    monkeypatch.setattr(images, "encode", noted)
    return seen


def test_number_of_workers_is_not_seen(unbuilt: SiteFolder) -> None:
    """One thread and four give the same bytes and tell of the same files in the same order."""
    settings = unbuilt.settings()
    prepared = prepare(settings, strict=False, progress=Progress())
    told = []
    for workers in (1, 4):
        target = unbuilt.root / f"site-{workers}"
        manifest = unbuilt.root / f"cache-{workers}" / "manifest-a.json"
        done = publish(prepared.outputs, prepared.theme, Place(target), manifest, workers=workers)
        told.append(done.rendered)
    assert unbuilt.files("site-1") == unbuilt.files("site-4")
    assert told[0] == told[1]
    assert len([name for name in told[0] if name.startswith("images/")]) == STORIES * FILES


def test_workers_are_as_many_as_processors_up_to_a_limit() -> None:
    """There is always one."""
    assert 1 <= usable_processors() <= MOST_WORKERS


def test_each_original_is_unpacked_once_and_encoded_in_one_batch(
    unbuilt: SiteFolder, unpacked: list[tuple[int, int]], encoded: list[int]
) -> None:
    """All files of an image cost one unpacking; the look at its bytes is at an eighth."""
    unbuilt.build()
    assert sorted(unpacked) == [LOOK] * STORIES + [SIZE] * STORIES
    assert encoded == [FILES] * STORIES


def test_nothing_is_unpacked_when_all_is_cached(
    pictured: SiteFolder, unpacked: list[tuple[int, int]], encoded: list[int]
) -> None:
    """A build with nothing new, or with the site lost and the cache there, unpacks no image."""
    first = pictured.files()
    for lost in ((), ("site",)):
        unpacked.clear()
        encoded.clear()
        for folder in lost:
            shutil.rmtree(pictured.root / folder)
        pictured.build()
        assert (unpacked, encoded) == ([], [])
        assert pictured.files() == first


def test_change_of_one_image_unpacks_that_image(
    pictured: SiteFolder, unpacked: list[tuple[int, int]], encoded: list[int]
) -> None:
    """The cost of a change is that of what changed."""
    pictured.write("content/images/light-1.jpg", gradient(9))
    pictured.build()
    assert (unpacked, encoded) == ([LOOK, SIZE], [FILES])


def break_entries(site: SiteFolder) -> None:
    for path in (site.root / ".cache/renders").iterdir():
        path.write_bytes(path.read_bytes()[:-1] + b"?")


def exchange_entries(site: SiteFolder) -> None:
    paths = sorted((site.root / ".cache/renders").iterdir())
    datas = [path.read_bytes() for path in paths]
    for path, data in zip(paths, [*datas[1:], b""], strict=True):
        path.write_bytes(data[:40])


def lose_entries(site: SiteFolder) -> None:
    shutil.rmtree(site.root / ".cache/renders")


def lose_all(site: SiteFolder) -> None:
    shutil.rmtree(site.root / ".cache")


@pytest.mark.parametrize("harm", [break_entries, exchange_entries, lose_entries, lose_all])
def test_cache_that_is_broken_or_lost_changes_nothing(pictured: SiteFolder, harm: Any) -> None:
    """The site is the same whatever became of the cache."""
    first = pictured.files()
    shutil.rmtree(pictured.root / "site")
    harm(pictured)
    pictured.build()
    assert pictured.files() == first


def entries(site: SiteFolder) -> set[str]:
    return {path.name for path in (site.root / ".cache/renders").iterdir()}


def test_cache_drops_what_no_site_uses_any_more(pictured: SiteFolder) -> None:
    """The cache is as large as the sites that it serves: this one, and a preview of it."""
    whole = entries(pictured)
    cards = sum(name.startswith("social/") for name in pictured.files())
    assert len(whole) == STORIES * FILES + cards
    pictured.build(site_dir=pictured.root / ".cache/preview")
    (pictured.root / "content/case-studies/light-0.md").unlink()
    pictured.build()
    assert entries(pictured) == whole
    pictured.build(site_dir=pictured.root / ".cache/preview")
    assert len(entries(pictured)) == len(whole) - FILES - 1  # its card goes as well


def test_build_that_fails_drops_nothing(pictured: SiteFolder) -> None:
    """Only what was published says what is of use."""
    whole = entries(pictured)
    (pictured.root / "content/case-studies/light-0.md").unlink()
    prepared = prepare(pictured.settings(), strict=False, progress=Progress())

    def stop(done: int, total: int) -> None:
        if done == total:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        put_in_place(prepared, Progress(on_file=stop))
    assert entries(pictured) == whole


def test_writer_that_fails_leaves_the_site(
    pictured: SiteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A failure in a thread is a failure of the build, and the old site stays."""
    before = pictured.files()

    def fail(_inputs: Sequence[Any]) -> list[bytes]:
        raise MemoryError("no room")

    monkeypatch.setattr(images, "encode", fail)
    image = saved(Image.new("RGB", SIZE), "JPEG")
    pictured.write("content/images/light-0.jpg", image)
    with pytest.raises(MemoryError):
        pictured.build()
    assert pictured.files() == before


def test_feed_has_length_of_image_whether_new_kept_or_cached(pictured: SiteFolder) -> None:
    """The length in a feed is that of the file, wherever this build had the file from."""

    def lengths() -> Iterator[tuple[str, int]]:
        for line in pictured.page("feed.xml").split("\n"):
            if "<enclosure" in line:
                _, url, _, length, *_ = line.split('"')
                yield url.removeprefix("https://record.example.org/"), int(length)

    for lost in (None, "site/feed.xml", "site"):
        if lost == "site":
            shutil.rmtree(pictured.root / "site")
        elif lost:
            (pictured.root / lost).unlink()
        pictured.build()
        told = dict(lengths())
        assert len(told) == STORIES
        assert told == {name: len(images_of(pictured)[name]) for name in told}


def test_two_images_of_same_bytes_are_made_in_one_batch(
    unbuilt: SiteFolder, encoded: list[int]
) -> None:
    """A photograph that is there under two names is unpacked once."""
    data = (unbuilt.root / "content/images/light-0.jpg").read_bytes()
    unbuilt.write("content/images/again.jpg", data)
    text = story("Again", body="![Light](../images/again.jpg)")
    unbuilt.write("content/case-studies/again.md", text)
    unbuilt.build()
    assert sorted(encoded) == [FILES, FILES, FILES + 3]
