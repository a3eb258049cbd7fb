"""Announcing: what changed since last time, printed, and told to a hub when asked to."""

import json
import shutil
import socket
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import parse_qs

import pytest
from click.testing import CliRunner, Result

from site_builder.doors.cli import main
from tests.compose.events import write_event
from tests.conftest import SiteFolder

ROOT = "https://record.example.org/"


def announce(site: SiteFolder, *options: str) -> Result:
    return CliRunner().invoke(main, ["announce", "-f", str(site.root / "mkdocs.yml"), *options])


def printed(site: SiteFolder, *options: str) -> set[str]:
    """Return the addresses that are announced, seen from the root of the site."""
    result = announce(site, *options)
    assert result.exit_code == 0, result.output
    lines = result.stdout.splitlines()
    assert all(line.startswith(ROOT) for line in lines)
    assert lines == sorted(lines)
    return {line.removeprefix(ROOT) for line in lines}


def saved(site: SiteFolder) -> str:
    """Announce everything, and return the path of the list for next time."""
    path = str(site.root / "kept" / "announced.json")
    printed(site, "--save", path)
    return path


def test_everything_is_new_at_first(site: SiteFolder) -> None:
    """Feeds in all formats, calendars and digests are announced; archives and pages are not."""
    site.build(digests=True)
    found = printed(site)
    every = {path for path in site.files() if path.rpartition("/")[2].startswith("feed.")}
    assert every < found
    assert {"council/calendar.ics", "digests/clean-energy/2025-q2.txt"} < found
    assert not [one for one in found if "feed-" in one or one.endswith("event.ics")]


@pytest.mark.usefixtures("built")
@pytest.mark.parametrize("kept", ["list", "folder"])
def test_only_what_changed_is_announced(site: SiteFolder, kept: str) -> None:
    """On a fresh clone, the list or the site of last time is all that is needed."""
    since = saved(site)
    if kept == "folder":
        since = str(site.root / "published")
        shutil.copytree(site.root / "site", since)
    shutil.rmtree(site.root / ".cache")
    site.build()
    assert printed(site, "--since", since) == set()
    write_event(site, "evening", "mission: health")
    site.build()
    calendars = {"events/calendar.ics", "missions/health/calendar.ics"}
    assert printed(site, "--since", since) == calendars


@pytest.mark.usefixtures("built")
def test_list_of_last_time_that_is_missing_is_told(site: SiteFolder) -> None:
    """The first deployment has none; whoever mistyped a name learns why all is new."""
    result = announce(site, "--since", str(site.root / "none.json"))
    assert result.exit_code == 0
    assert "none.json is not there, so everything counts as changed." in result.stderr
    assert f"{ROOT}feed.xml\n" in result.stdout


@pytest.mark.usefixtures("built")
@pytest.mark.parametrize("text", ["{", "[]", '{"feed.xml": 3}', "\0"])
def test_list_that_is_broken_stops(site: SiteFolder, text: str) -> None:
    """Nobody is told of hundreds of feeds because a file was cut short."""
    site.write("broken.json", text)
    result = announce(site, "--since", str(site.root / "broken.json"))
    assert result.exit_code == 1
    assert result.stdout == ""
    assert "is not a list that `missions announce --save` wrote." in result.stderr


def test_folder_without_site_stops(site: SiteFolder) -> None:
    """Nothing to announce is told apart from nothing that changed."""
    result = announce(site)
    assert result.exit_code == 1
    assert "there is no site with feeds here. Build it first." in result.stderr


def test_site_without_address_stops(site: SiteFolder) -> None:
    """Its feeds have no address that anybody could be told of."""
    site.edit("mkdocs.yml", "site_url: https://record.example.org/\n", "")
    site.build()
    result = announce(site)
    assert result.exit_code == 1
    assert "`site_url` is not set" in result.stderr


@dataclass
class Hub:
    """A hub on this machine, with all that it was told and what it answers."""

    url: str = ""
    told: list[dict[str, list[str]]] = field(default_factory=list)
    answers: dict[str, int] = field(default_factory=dict)

    @property
    def topics(self) -> list[str]:
        return [one["hub.url"][0].removeprefix(ROOT) for one in self.told]


@pytest.fixture
def hub() -> Iterator[Hub]:
    told = Hub()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            told.told.append(parse_qs(body))
            self.send_response(told.answers.get(told.topics[-1], 204))
            self.send_header("Location", "/elsewhere")
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever)
    thread.start()
    told.url = f"http://127.0.0.1:{server.server_port}/"
    yield told
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.usefixtures("built")
def test_hub_is_told_of_each_feed_that_changed(site: SiteFolder, hub: Hub) -> None:
    """It hears of feeds alone, each by its whole address, as WebSub hubs expect."""
    since = saved(site)
    site.edit("content/missions/health.md", "title: Good health", "title: Better health")
    write_event(site, "evening", "mission: health")
    site.build()
    changed = printed(site, "--since", since, "--hub", hub.url, "--send")
    assert "missions/health/calendar.ics" in changed
    assert hub.told[0]["hub.mode"] == ["publish"]
    assert set(hub.topics) == {one for one in changed if not one.endswith(".ics")}
    assert "missions/health/feed.atom" in hub.topics
    assert len(hub.topics) == len(set(hub.topics))


@pytest.mark.usefixtures("built")
def test_nothing_is_sent_unless_told_to(site: SiteFolder, hub: Hub) -> None:
    """A name of a hub alone, on the command line or in the settings, sends nothing."""
    assert printed(site, "--hub", hub.url)
    assert hub.told == []


@pytest.mark.usefixtures("built")
def test_refusal_is_told_and_tried_again_next_time(site: SiteFolder, hub: Hub) -> None:
    """The job fails, the rest is told, and what was refused counts as changed once more."""
    hub.answers = {"feed.atom": 500, "council/feed.json": 301}
    path = str(site.root / "announced.json")
    result = announce(site, "--save", path, "--hub", hub.url, "--send")
    assert result.exit_code == 1
    assert f"{hub.url} was not told of {ROOT}feed.atom: it answered 500" in result.stderr
    assert f"{ROOT}council/feed.json: it answered 301" in result.stderr
    assert "feed.xml" in hub.topics
    hub.answers, hub.told = {}, []
    again = printed(site, "--since", path, "--save", path, "--hub", hub.url, "--send")
    assert again == {"feed.atom", "council/feed.json"}
    assert hub.topics == sorted(again)
    assert printed(site, "--since", path) == set()


def test_hub_that_does_not_answer_is_asked_once(site: SiteFolder) -> None:
    """Each feed that it does not know of is named, without waiting for it again."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    site.build()
    path = site.root / "announced.json"
    url = f"http://127.0.0.1:{port}/"
    result = announce(site, "--save", str(path), "--hub", url, "--send")
    assert result.exit_code == 1
    lines = result.stderr.splitlines()
    assert f"{url} was not told of {ROOT}feed.xml: no answer: " in result.stderr
    assert lines[-1] == f"Told {url} of 0 feeds."
    assert json.loads(path.read_text())["feed.xml"] == ""
    assert json.loads(path.read_text())["events/calendar.ics"] != ""


@pytest.mark.usefixtures("built")
@pytest.mark.parametrize(
    "url", ["http://hub.example.org/", "file:///etc/passwd", "hub.example.org", "https:///"]
)
def test_hub_without_https_is_refused(site: SiteFolder, url: str) -> None:
    """What is sent to a hub goes there safely or not at all."""
    result = announce(site, "--hub", url, "--send")
    assert result.exit_code == 1
    assert "is not a whole address that starts with https://" in result.stderr


@pytest.mark.usefixtures("built")
def test_sending_without_a_hub_is_refused(site: SiteFolder) -> None:
    """A job that was set up half does not look as if it had worked."""
    result = announce(site, "--send")
    assert result.exit_code == 1
    assert "There is no hub to tell." in result.stderr
