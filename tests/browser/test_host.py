"""The host answers as real ones do: packed text, its own page for what is missing."""

import gzip
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from tests.browser.host import Served, served


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Served]:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "index.html").write_text("words " * 99)
    (tmp_path / "a" / "dot.png").write_bytes(b"dot")
    (tmp_path / "404.html").write_text("nothing")
    with served(tmp_path) as site:
        yield site


def test_host_packs_text_for_those_who_take_it(site: Served) -> None:
    """A page comes packed, and as it is for who does not ask."""
    with urlopen(Request(f"{site.root}a/", headers={"Accept-Encoding": "gzip"})) as answer:
        packed = answer.read()
    with urlopen(f"{site.root}a/") as answer:
        plain = answer.read()
    assert gzip.decompress(packed) == plain == b"words " * 99


def test_host_does_not_pack_pictures(site: Served) -> None:
    """Pictures are packed already."""
    asked = Request(f"{site.root}a/dot.png", headers={"Accept-Encoding": "gzip"})
    with urlopen(asked) as answer:
        assert (answer.read(), answer.headers["Content-Encoding"]) == (b"dot", None)


@pytest.mark.parametrize("address", ["no/such/page/", "/a/"])
def test_host_answers_what_is_missing_with_the_sites_own_page(site: Served, address: str) -> None:
    """Nothing is served from outside the path that the site is under."""
    root = site.root if not address.startswith("/") else site.root.removesuffix("/under/a/path/")
    with pytest.raises(HTTPError) as missing:
        urlopen(root + address)
    with missing.value as answer:
        assert (answer.code, answer.read()) == (404, b"nothing")
