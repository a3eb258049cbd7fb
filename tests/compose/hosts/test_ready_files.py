"""Ready files: each says where it goes, parses as what it is, and says what the table says.

Those of nginx, Apache and Caddy are tried with the real servers, in test_servers.py.
"""

import json
import re
import shlex
import subprocess
import tomllib
from collections.abc import Iterator
from fnmatch import fnmatchcase
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from playwright._impl._driver import compute_driver_executable

from site_builder.compose.hosts.headers import CACHE, EVERYWHERE, TYPE, TYPES, headers_of
from site_builder.compose.hosts.hosted_site import HostedSite
from site_builder.compose.hosts.ready_files import HOSTS, ready_file
from site_builder.doors.cli import main

SITE = HostedSite(
    "missions.example.org", base="/our/", redirects=(("/our/stories/old/", "/our/stories/new/"),)
)
FILES = (
    *("404.html", "index.html", "about/index.html", "assets/civic-0123456789ab.css", "robots.txt"),
    *("assets/search-0123456789ab.js", "assets/favicon-0123456789ab.svg", "sitemap.xml"),
    *("images/a-0123456789ab-320.avif", "images/a-0123456789ab-320.webp", "feeds.opml"),
    *("images/a-0123456789ab-320.jpg", "social/a-0123456789ab.png", "_headers", "_redirects"),
    *("feed.xml", "missions/a/feed-3.xml", "council/feed.atom", "feed.json", "a/feed-12.json"),
    *("council/calendar.ics", "data/places.csv", "data/record.json", "data/schemas/place.json"),
    *("digests/a/2025-q1.txt", "digests/a/2025-q1.html", "pagefind/pagefind.js", "files/a.svg"),
    *("pagefind/pagefind-entry.json", "pagefind/fragment/en_1.pf_fragment", "files/table.csv"),
    *("files/a.pdf", "files/a.vtt", "files/a.mp3", "files/a.mp4", "files/a.zip", "files/a.epub"),
    *(f"files/a.{ending}" for ending in ("docx", "xlsx", "pptx", "odt", "ods", "odp")),
)
"""Paths of every kind that a site can have."""


def code(name: str, language: str) -> list[str]:
    """Return the samples of one language in a host's file."""
    return re.findall(rf"^```{language}\n(.*?)^```$", ready_file(name, SITE), re.M | re.S)


def call(function: str, uri: str, response: Any = None) -> Any:
    """Return what a function of CloudFront makes of a request, run by the node of playwright."""
    node, _ = compute_driver_executable()
    event = json.dumps({"request": {"uri": uri}, "response": response})
    script = f"{function}\nconsole.log(JSON.stringify(handler({event})))"
    done = subprocess.run([node, "-e", script], capture_output=True, check=True, text=True)
    return json.loads(done.stdout)


@pytest.mark.parametrize("name", HOSTS)
def test_file_says_how_it_was_made_and_for_which_site(name: str) -> None:
    """Whoever finds the file on a server knows where it came from."""
    assert f"missions host {name}`" in ready_file(name, SITE)
    assert ready_file(name, SITE).endswith("\n")
    assert name == "s3" or "https://missions.example.org/our/" in ready_file(name, SITE)


@pytest.mark.parametrize("name", sorted(HOSTS.keys() - {"nginx", "apache", "caddy"}))
def test_file_says_what_the_host_can_not_do(name: str) -> None:
    """Nobody is left to believe that a service sends what it does not."""
    assert "What this host can not do: " in ready_file(name, SITE)


@pytest.mark.parametrize("name", ["nginx", "apache", "caddy", "netlify", "s3"])
def test_file_with_redirects_says_when_it_knows_of_none(name: str) -> None:
    """A file that is printed before the site is built is no reason to think nothing was renamed."""
    assert "/our/stories/old/" in ready_file(name, SITE)
    unbuilt = HostedSite("missions.example.org", is_built=False)
    assert "No site was built yet" in " ".join(ready_file(name, unbuilt).split())
    assert "No site was built yet" not in " ".join(ready_file(name, SITE).split())


@pytest.mark.parametrize("name", HOSTS)
def test_commands_of_a_file_exist(name: str) -> None:
    """Every `missions` command that a file names is one, with the options that it is given."""
    text = ready_file(name, SITE)
    named = re.findall(r"^.*?\b(missions (?:build|host|check)[^`\"&>\n]*)", text, re.M)
    assert named
    for line in named:
        done = CliRunner().invoke(main, [*shlex.split(line)[1:], "--help"])
        assert done.exit_code == 0, line


def test_netlify_forces_each_redirect_and_publishes_what_is_built() -> None:
    """The file is TOML, and a redirect wins over the page that stands at the old address."""
    settings = tomllib.loads(ready_file("netlify", SITE))
    assert settings["build"]["publish"] == "site"
    (redirect,) = settings["redirects"]
    old, new = SITE.redirects[0]
    assert redirect == {"from": old, "to": new, "status": 301, "force": True}


def test_cloudflare_finds_the_site() -> None:
    """The file is TOML, and its name is one that the service takes."""
    settings = tomllib.loads(ready_file("cloudflare-pages", SITE))
    assert settings == {"name": "missions-example-org", "pages_build_output_dir": "site"}


def test_workflows_build_and_hand_over_the_same_folder() -> None:
    """Both are YAML; what is built is what is published."""
    steps = yaml.safe_load(ready_file("github-pages", SITE))["jobs"]["publish"]["steps"]
    assert "missions build" in [step.get("run") for step in steps]
    assert [step["with"]["path"] for step in steps if "upload-pages" in step.get("uses", "")] == [
        "site"
    ]
    job = yaml.safe_load(ready_file("gitlab-pages", SITE))["pages"]
    assert job["script"][-1] == "missions build --site-dir public"
    assert job["artifacts"]["paths"] == ["public"]


def test_container_serves_the_folder_that_it_holds() -> None:
    """The nginx file that the container's own comment asks for names its folder and its port."""
    text = ready_file("container", SITE)
    command = re.search(r"missions (host nginx .*) > site.conf", text)
    assert command
    options = dict(re.findall(r"--(\w+) (\S+)", command[1]))
    assert re.search(rf"^EXPOSE {options['port']}$", text, re.M)
    conf = ready_file("nginx", HostedSite("a.example", base="/our/", port=int(options["port"])))
    root = re.search(r"^ +root (\S+);$", conf, re.M)
    assert root
    assert f"\nCOPY site {root[1]}/our\n" in text
    assert f"listen {options['port']};" in conf


def uploads() -> Iterator[tuple[list[tuple[str, str]], dict[str, str]]]:
    """Yield the filters and the options of each upload to S3, in order."""
    (commands,) = code("s3", "sh")
    for line in commands.splitlines():
        words = shlex.split(line)
        assert words[:5] == ["aws", "s3", "sync", "site", "s3://BUCKET/our"]
        pairs = list(zip(words[5::2], words[6::2], strict=False))
        filters = [pair for pair in pairs if pair[0] in ("--include", "--exclude")]
        yield filters, dict(pair for pair in pairs if pair not in filters)


def is_chosen(path: str, filters: list[tuple[str, str]]) -> bool:
    """Tell whether a file is uploaded: everything is, and the last filter that fits decides."""
    fitting = [kind for kind, pattern in filters if fnmatchcase(path, pattern)]
    return not fitting or fitting[-1] == "--include"


@pytest.mark.parametrize("path", FILES)
def test_each_file_goes_to_s3_once_as_the_table_says(path: str) -> None:
    """No file is uploaded twice, as one thing and then as another."""
    *all_uploads, last = uploads()
    assert last == ([], {}), "the last command only removes"
    (options,) = [options for filters, options in all_uploads if is_chosen(path, filters)]
    assert options["--cache-control"] == headers_of(path)[CACHE]
    assert options.get("--content-type") == headers_of(path).get(TYPE)


def test_nothing_on_s3_is_missing_while_pages_point_to_it() -> None:
    """Styles and pictures come first, then pages, then feeds, and removals last."""
    (commands,) = code("s3", "sh")
    lines = commands.splitlines()

    def place(part: str) -> int:
        return next(number for number, line in enumerate(lines) if part in line)

    order = ['"assets/*.css"', '--include "*.html"', '--include "*feed.xml"', "--delete"]
    assert [place(part) for part in order] == sorted(place(part) for part in order)


@pytest.mark.parametrize(
    ("uri", "found"),
    [
        ("/our/", "/our/index.html"),
        ("/our/about/", "/our/about/index.html"),
        ("/our/feed.xml", "/our/feed.xml"),
        ("/our/about", "to /our/about/"),
        ("/our/stories/old/", "to /our/stories/new/"),
    ],
)
def test_cloudfront_finds_the_page_of_an_address(uri: str, found: str) -> None:
    """The function is run; a bucket by itself knows files and no addresses."""
    find, _say = code("s3", "js")
    answer = call(find, uri)
    if found.startswith("to "):
        assert answer["statusCode"] == 301
        assert f"to {answer['headers']['location']['value']}" == found
    else:
        assert answer["uri"] == found


@pytest.mark.parametrize("path", ["about/index.html", "data/places.csv", "feed-2.xml", "digests/a"])
def test_cloudfront_says_the_headers_of_a_path(path: str) -> None:
    """What S3 does not keep with a file, the second function says."""
    _find, say = code("s3", "js")
    answer = call(say, f"/our/{path}", {"headers": {"etag": {"value": "x"}}})
    said = {name: one["value"] for name, one in answer["headers"].items() if name != "etag"}
    wanted = {name.lower(): value for name, value in headers_of(path).items()}
    assert said == {name: value for name, value in wanted.items() if name not in KEPT}
    assert {name.lower() for name in EVERYWHERE} <= said.keys()


KEPT = (TYPE.lower(), CACHE.lower())


def test_functions_of_cloudfront_are_small_enough() -> None:
    """CloudFront takes 10,240 bytes; more redirects than fit are left to the pages."""
    many = tuple((f"/stories/old-{number}/", f"/stories/new-{number}/") for number in range(2000))
    text = ready_file("s3", HostedSite("a.example", redirects=many))
    functions = re.findall(r"^```js\n(.*?)^```$", text, re.M | re.S)
    assert [len(one.encode()) < 10_240 for one in functions] == [True, True]
    assert "no room for 2000 redirects" in text


def test_every_ending_of_the_table_is_in_the_files_tried_here() -> None:
    """A new type is tried as well."""
    endings = {path[path.rfind(".") :] for path in FILES}
    assert TYPES.keys() <= endings
