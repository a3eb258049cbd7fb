"""The cache of costly files: it can be lost, broken or strange, and never lies."""

from pathlib import Path

import pytest

from site_builder.publish.render_cache import RenderCache


@pytest.fixture
def cache(tmp_path: Path) -> RenderCache:
    return RenderCache(tmp_path / "renders")


@pytest.mark.parametrize("data", [b"", b"\x00\xff\n", b"x" * 100_000])
def test_cache_gives_what_was_put_in(cache: RenderCache, tmp_path: Path, data: bytes) -> None:
    """What was put under a key is there, by itself, in one file."""
    assert cache.get("key") is None
    cache.put("key", data)
    assert cache.get("key") == data
    assert cache.get("other") is None
    assert [path.name for path in (tmp_path / "renders").iterdir()] == ["key"]


@pytest.mark.parametrize("at", [0, 31, 32, -1])
def test_file_that_was_altered_is_not_given(cache: RenderCache, tmp_path: Path, at: int) -> None:
    """One changed byte, in the stamp or after it, is found out."""
    cache.put("key", b"twelve bytes")
    file = tmp_path / "renders" / "key"
    whole = bytearray(file.read_bytes())
    whole[at] ^= 1
    file.write_bytes(whole)
    assert cache.get("key") is None
    cache.put("key", b"twelve bytes")
    assert cache.get("key") == b"twelve bytes"


@pytest.mark.parametrize("left", [0, 10, 32, 40])
def test_file_that_was_cut_is_not_given(cache: RenderCache, tmp_path: Path, left: int) -> None:
    """A disk that was full, or a process that was killed, leaves no half truth."""
    cache.put("key", b"twelve bytes")
    file = tmp_path / "renders" / "key"
    file.write_bytes(file.read_bytes()[:left])
    assert cache.get("key") is None


def test_cache_that_can_not_be_written_is_done_without(cache: RenderCache, tmp_path: Path) -> None:
    """What stands in the way of the cache stops nothing."""
    (tmp_path / "renders").write_text("a file where the folder should be", "utf-8")
    cache.put("key", b"data")
    cache.keep_only(set())
    assert cache.get("key") is None


def test_folder_in_place_of_a_file_is_no_entry(cache: RenderCache, tmp_path: Path) -> None:
    """What is no file is neither read nor written over, and leaves nothing about."""
    (tmp_path / "renders" / "key" / "in").mkdir(parents=True)
    cache.put("key", b"data")
    cache.keep_only(set())
    assert cache.get("key") is None
    assert [path.name for path in (tmp_path / "renders").iterdir()] == ["key"]


def test_cache_keeps_only_what_it_is_told_to(cache: RenderCache, tmp_path: Path) -> None:
    """Entries of no use go, and so does what a killed process left."""
    cache.put("old", b"old")
    cache.put("new", b"new")
    (tmp_path / "renders" / "new.123").write_bytes(b"half")
    cache.keep_only({"new", "never"})
    assert (cache.get("old"), cache.get("new")) == (None, b"new")
    assert [path.name for path in (tmp_path / "renders").iterdir()] == ["new"]
