"""Packed files: beside each file of text and nothing else, the same each time, made when needed."""

import gzip
import shutil
from pathlib import Path

import brotli
import pytest

from site_builder.compose.hosts.headers import PACKED
from tests.compose.stories import write_pictured_story
from tests.conftest import SITES, SiteFolder

PACK = ("mkdocs.yml", "plugins: [missions]", "plugins: [missions: {precompressed: true}]")


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory) -> SiteFolder:
    """Return a site that was built with packed files beside; tests only read it."""
    root = tmp_path_factory.mktemp("packed") / "small"
    shutil.copytree(SITES / "small", root)
    site = SiteFolder(root)
    site.edit(*PACK)
    write_pictured_story(site)
    site.build()
    return site


def test_packed_files_stand_beside_text_and_hold_it(packed: SiteFolder) -> None:
    """Each file of text is there in both ways; a picture, which is packed already, in none."""
    files = packed.files()
    text = {path for path in files if Path(path).suffix in PACKED}
    assert {path.removesuffix(".gz") for path in files if path.endswith(".gz")} == text
    assert {path.removesuffix(".br") for path in files if path.endswith(".br")} == text
    for path in text:
        assert gzip.decompress(files[f"{path}.gz"]) == files[path]
        assert brotli.decompress(files[f"{path}.br"]) == files[path]
        assert len(files[f"{path}.br"]) < len(files[path]) or len(files[path]) < 200


def test_packed_file_knows_no_day(packed: SiteFolder) -> None:
    """The bytes in which gzip keeps a time are nought."""
    assert {data[4:8] for path, data in packed.files().items() if path.endswith(".gz")} == {
        bytes(4)
    }


def test_only_what_changed_is_packed_again_and_packed_files_go_with_the_setting(
    site: SiteFolder,
) -> None:
    """The packed files of other pages are left as they were; in the end every other file is."""
    site.edit(*PACK)
    site.build()
    site.edit("content/pages/about.md", "A small record", "A changed record")
    done = site.build().published.rendered
    again = {path.removesuffix(".gz") for path in done if path.endswith(".gz")}
    assert "about/index.html" in again
    assert again <= set(done)
    assert len(again) < 10
    files = site.files()
    assert all(gzip.decompress(files[f"{one}.gz"]) == files[one] for one in again)
    site.edit(PACK[0], PACK[2], PACK[1])
    site.build()
    unpacked = {path: data for path, data in files.items() if not path.endswith((".gz", ".br"))}
    marks = {path for path in files if path.startswith(".")}
    assert {path: data for path, data in site.files().items() if path not in marks} == {
        path: data for path, data in unpacked.items() if path not in marks
    }
