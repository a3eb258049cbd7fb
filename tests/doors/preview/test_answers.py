"""How a preview answers: from its own folder, whatever is asked and by whichever method."""

from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from shutil import copytree
from threading import Thread

import pytest

from site_builder.doors.preview import Preview
from site_builder.doors.preview.answers import LONGEST_PATH, CannotServe
from tests.conftest import SITES, SiteFolder

BOTH = pytest.mark.parametrize("method", ["GET", "HEAD"])


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """Return a preview that answers, and watches nothing; its folder is the working folder."""
    root = copytree(SITES / "small", tmp_path_factory.mktemp("preview") / "small")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(root)
        preview = Preview(SiteFolder(root).settings, port=0)
        preview.rebuild()
        thread = Thread(target=preview._server.serve_forever, daemon=True)
        thread.start()
        yield preview
        preview._server.shutdown()
        thread.join(10)
        preview.shutdown()


def ask(
    preview: Preview, path: str, method: str = "GET", **headers: str
) -> tuple[HTTPResponse, bytes]:
    connection = HTTPConnection("127.0.0.1", preview._server.server_port, timeout=30)
    connection.request(method, path, headers=headers)
    answer = connection.getresponse()
    data = answer.read()
    connection.close()
    return answer, data


@pytest.mark.parametrize(
    "path",
    [
        *("/", "/about/", "/about", "/feed.xml", "/nowhere/", "/_reload.js", "/_changed"),
        # What lies in the folder that the preview was started in, and in no site.
        *("/mkdocs.yml", "/content/pages/about.md", "/content/", "/content", "/.cache/"),
    ],
)
def test_head_says_what_get_says_and_no_more(preview: Preview, path: str) -> None:
    """Nobody learns from HEAD that a draft exists, how long it is, or of which day."""
    (get, data), (head, nothing) = ask(preview, path), ask(preview, path, "HEAD")

    def told(answer: HTTPResponse) -> list[tuple[str, str]]:
        return [one for one in answer.getheaders() if one[0] != "Date"]

    assert (head.status, told(head)) == (get.status, told(get))
    assert nothing == b""
    assert int(get.getheader("Content-Length") or 0) == len(data)
    assert get.getheader("Last-Modified") is None
    is_of_the_site = not path.startswith(("/mkdocs", "/content", "/.cache", "/nowhere"))
    assert (get.status < 400) is is_of_the_site


@BOTH
@pytest.mark.parametrize("path", ["/", "/about/", "/_changed", "/_reload.js", "/mkdocs.yml"])
def test_foreign_host_is_refused_whatever_it_asks(preview: Preview, method: str, path: str) -> None:
    """A page of another site whose name leads to this machine reads nothing."""
    answer, data = ask(preview, path, method, Host="evil.example:8000")
    assert answer.status == 403
    assert b"About" not in data
    assert method == "HEAD" or b"names of this machine" in data


@BOTH
@pytest.mark.parametrize("length", [LONGEST_PATH + 1, 10_000, 60_000])
def test_path_that_is_too_long_is_said_to_be(preview: Preview, method: str, length: int) -> None:
    """No file has such a name, and the disk is not asked for one."""
    assert ask(preview, "/" + "a" * (length - 1), method)[0].status == 414


@pytest.mark.parametrize("path", ["/" + "a" * 300, "/%00", "/a%00b/", "/%2e%2e/mkdocs.yml", "/%"])
def test_path_that_no_file_can_have_is_not_found(preview: Preview, path: str) -> None:
    """A name that the disk refuses is a page that is not there, and no fault."""
    answer, data = ask(preview, path)
    assert answer.status == 404
    assert b"</html>" in data


def test_way_to_the_slash_never_leads_to_another_host(preview: Preview) -> None:
    """Two slashes in front would make a name of the first folder."""
    answer, _ = ask(preview, "//missions/health")
    assert answer.getheader("Location") == "/missions/health/"


@pytest.mark.parametrize("since", ["", "since=", f"since={'9' * 1000}", "since=-1"])
def test_question_for_news_without_a_version_is_answered_at_once(
    preview: Preview, since: str
) -> None:
    """Whatever is asked, a number comes back."""
    assert ask(preview, f"/_changed?{since}")[1] == b"1"


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/feed.xml", "application/xml"),
        ("/feed.atom", "application/atom+xml"),
        ("/feed.json", "application/json"),
        ("/feeds.opml", "text/x-opml; charset=utf-8"),
        ("/events/calendar.ics", "text/calendar; charset=utf-8"),
    ],
)
def test_files_have_their_types(preview: Preview, path: str, kind: str) -> None:
    """A browser that is told nothing would offer them to be saved."""
    assert ask(preview, path)[0].getheader("Content-Type") == kind


def test_preview_on_a_port_that_is_taken_says_which_would_do(
    preview: Preview, tmp_path: Path
) -> None:
    """The reason stands in a sentence, and the next port beside it."""
    taken = preview._server.server_port
    root = copytree(SITES / "small", tmp_path / "small")
    with pytest.raises(CannotServe, match=rf"^Port {taken} is taken by another program") as caught:
        Preview(SiteFolder(root).settings, taken)
    assert caught.value.other_port in (taken + 1, taken - 1)


def test_preview_at_an_address_of_another_machine_says_so(site: SiteFolder) -> None:
    """192.0.2.1 is nobody's, by RFC 5737."""
    with pytest.raises(CannotServe, match=r"no address “192\.0\.2\.1”") as caught:
        Preview(site.settings, 0, host="192.0.2.1")
    assert caught.value.other_port is None
