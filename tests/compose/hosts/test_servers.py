"""The files of `missions host`, in force: Debian's nginx, Apache and Caddy serve a site by them.

Every file of the site is asked for, and must come as `_headers` says, read by the reader of such
files in test_host_files.py.
"""

import gzip
import os
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import brotli
import pytest

from site_builder.compose.hosts.headers import EVERYWHERE, REST, TYPES
from site_builder.compose.hosts.ready_files import ready_file
from site_builder.doors.host import hosted_site
from tests.compose.hosts.servers import PROGRAMS, Server, free_port, program, running
from tests.compose.hosts.test_host_files import sent_for
from tests.compose.stories import write_pictured_story, write_story
from tests.conftest import SITES, SiteFolder

pytestmark = pytest.mark.slow

OLD = "case-studies/first/index.html"
"""The page at the address of a story that was renamed."""


@dataclass(frozen=True)
class Hosted:
    """A site that a server serves."""

    name: str
    base: str
    files: Mapping[str, bytes]
    """The files of the site, without the packed ones beside."""
    packed: Mapping[str, bytes]
    server: Server

    @property
    def is_packed(self) -> bool:
        return self.base != "/"


@pytest.fixture(scope="module")
def top() -> Iterator[Path]:
    """Return a folder that every user of the machine can read: servers run as other users."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


@pytest.fixture(scope="module")
def built(top: Path) -> Callable[[str], SiteFolder]:
    """Return a function that builds the site under a path of its host, once for each path."""

    @cache
    def build(under: str) -> SiteFolder:
        site = SiteFolder(top / ("packed" if under else "plain"))
        shutil.copytree(SITES / "small", site.root)
        packed = "\n      precompressed: true" if under else ""
        options = f"plugins:\n  - missions:\n      digests: true{packed}"
        site.edit("mkdocs.yml", "plugins: [missions]", options)
        site.edit("mkdocs.yml", "https://record.example.org/", f"https://h.example/{under}")
        write_pictured_story(site)
        write_story(site, "now", "Now", extra="aliases: [first]")
        site.build()
        shutil.copytree(site.root / "site", site.root / "root" / under, dirs_exist_ok=True)
        return site

    return build


SETUPS = [(name, under) for name in PROGRAMS for under in ("", "our/missions")]
"""Each server with a site at the root of its host, and with a packed one under a path."""


@pytest.fixture(scope="module", params=SETUPS, ids=["-".join(one) for one in SETUPS])
def hosted(
    request: pytest.FixtureRequest, top: Path, built: Callable[[str], SiteFolder]
) -> Iterator[Hosted]:
    name, under = request.param
    if program(name) is None:
        assert not os.environ.get("CI"), f"CI must have {name}: .ci/packages installs it."
        pytest.skip(f"{name} is not installed, so its file is not tried here; CI tries it.")
    site, port = built(under), free_port()
    chosen = hosted_site(site.settings(), str(site.root / "root"), port)
    folder = top / f"{name}-{port}"
    folder.mkdir()
    with running(name, folder, ready_file(name, chosen), port) as server:
        yield Hosted(name, chosen.base, *_parted(site.files()), server)


def _parted(files: Mapping[str, bytes]) -> tuple[Mapping[str, bytes], Mapping[str, bytes]]:
    """Return files, and those that are packed ones beside them."""
    packed = {path: files[path] for path in files if path.endswith((".gz", ".br"))}
    return {path: files[path] for path in files if path not in packed}, packed


def expected(hosted: Hosted, path: str) -> Mapping[str, str]:
    """Return the headers that a file must come with, from the site's own `_headers`."""
    told = sent_for(hosted.base + path, hosted.files["_headers"].decode())
    own = {name: value for name, (value,) in told.items()}
    kinds = [kind for ending, kind in TYPES.items() if path.endswith(ending)]
    known = {"Content-Type": kinds[0]} if kinds else {}
    return {**REST, **known, **own}


def address(hosted: Hosted, path: str) -> str:
    """Return the address of a file, a page's without index.html."""
    return hosted.base + re.sub(r"(^|/)index\.html$", r"\1", path)


def test_every_file_comes_with_its_type_its_cache_and_headers_of_safety(hosted: Hosted) -> None:
    """What the table says of a path is what each server sends, no less and nothing beside."""
    about = {*EVERYWHERE, "Cache-Control", "Access-Control-Allow-Origin", "X-Robots-Tag"}
    endings = set()
    for path, data in hosted.files.items():
        if path == OLD:
            continue
        answer, wanted = hosted.server.ask(address(hosted, path)), expected(hosted, path)
        assert (answer.status, answer.body) == (200, data), path
        said = {name: answer.headers.get_all(name) for name in about if name in answer.headers}
        assert said == {name: [wanted[name]] for name in about if name in wanted}, path
        if "Content-Type" in wanted:
            endings.add(path.rpartition(".")[2])
            assert answer.headers["Content-Type"] == wanted["Content-Type"], path
    assert {"ics", "opml", "csv", "atom", "json", "xml", "html", "css", "js", "svg"} <= endings
    assert {"avif", "webp", "jpg", "png", "txt"} <= endings


@pytest.mark.parametrize("path", ["no/such/page/", "assets/none-0123456789ab.css", "none.ics"])
def test_what_is_missing_is_the_sites_own_page(hosted: Hosted, path: str) -> None:
    """It says 404, is a page whatever was asked for, has its headers, and is not kept for long."""
    answer = hosted.server.ask(hosted.base + path)
    assert (answer.status, answer.body) == (404, hosted.files["404.html"])
    assert answer.headers["Content-Type"] == TYPES[".html"]
    assert {name: answer.headers.get_all(name) for name in EVERYWHERE} == {
        name: [value] for name, value in EVERYWHERE.items()
    }
    assert answer.headers.get("Cache-Control", "") in ("", *REST.values())
    assert "Access-Control-Allow-Origin" not in answer.headers


def test_folder_without_a_page_shows_no_list_of_files(hosted: Hosted) -> None:
    """What is in a folder is not for browsing."""
    answer = hosted.server.ask(f"{hosted.base}assets/")
    assert answer.status in (403, 404)
    assert answer.body == hosted.files["404.html"]


def test_old_address_leads_on_for_good(hosted: Hosted) -> None:
    """A redirect of the site is one of the server."""
    answer = hosted.server.ask(f"{hosted.base}case-studies/first/")
    assert answer.status == 301
    assert answer.headers["Location"].endswith(f"{hosted.base}case-studies/now/")


def test_address_without_its_slash_leads_to_the_page(hosted: Hosted) -> None:
    """People leave the slash out."""
    answer = hosted.server.ask(f"{hosted.base}about")
    assert answer.status in (301, 308)
    assert answer.headers["Location"].endswith(f"{hosted.base}about/")


@pytest.mark.parametrize("path", ["index.html", "feed.xml", "council/calendar.ics"])
def test_text_comes_packed_to_those_who_take_it(hosted: Hosted, path: str) -> None:
    """Unpacked it is the same, with the same type; where a packed file is beside, it is that."""
    answer = hosted.server.ask(address(hosted, path), Accept_Encoding="gzip")
    assert answer.headers["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in answer.headers["Vary"]
    assert answer.headers["Content-Type"] == expected(hosted, path)["Content-Type"]
    assert gzip.decompress(answer.body) == hosted.files[path]
    if hosted.is_packed:
        assert answer.body == hosted.packed[f"{path}.gz"]


@pytest.mark.parametrize("path", ["index.html", "feed.xml", "council/calendar.ics"])
def test_the_most_tightly_packed_file_is_sent_to_those_who_take_it(
    hosted: Hosted, path: str
) -> None:
    """nginx needs a module of its own for Brotli; the others send the file beside."""
    if not hosted.is_packed or hosted.name == "nginx":
        return
    answer = hosted.server.ask(address(hosted, path), Accept_Encoding="gzip, br")
    assert answer.headers["Content-Encoding"] == "br"
    assert answer.headers["Content-Type"] == expected(hosted, path)["Content-Type"]
    assert "Content-Language" not in answer.headers
    assert answer.body == hosted.packed[f"{path}.br"]
    assert brotli.decompress(answer.body) == hosted.files[path]
