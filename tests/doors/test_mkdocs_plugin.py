"""The MkDocs door: the same bytes as `missions build`, and the same mercy for the old site."""

import logging
import shutil
import socket
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from tests import apart
from tests.conftest import SiteFolder

BROKEN = ("content/pages/about.md", "title:", "titel:")
HOSTS = ("mkdocs", "properdocs")


def run(site: SiteFolder, host: str, *words: str) -> apart.Done:
    """Run MkDocs or ProperDocs in a site's folder."""
    return apart.run(site.root, host, *words, "-f", "mkdocs.yml")


@pytest.mark.usefixtures("built")
@pytest.mark.parametrize("host", HOSTS)
def test_host_gives_the_same_bytes_as_missions(site: SiteFolder, host: str) -> None:
    """MkDocs and ProperDocs, strict or not, publish what `missions build` publishes."""
    ours = site.files()
    for strict in ((), ("--strict",)):
        done = run(site, host, "build", *strict, "--site-dir", "other")
        assert done.returncode == 0, done.said
        assert site.files("other") == ours
        shutil.rmtree(site.root / "other")


def test_properdocs_starts_as_a_program_with_nothing_read_before(site: SiteFolder) -> None:
    """A fresh Python finds the plugin by its entry point; for MkDocs the serving one shows it."""
    site.edit(*BROKEN)
    command = [sys.executable, "-W", "ignore", "-m", "properdocs", "build", "-f", "mkdocs.yml"]
    done = subprocess.run(command, cwd=site.root, capture_output=True, check=False, text=True)
    assert done.returncode == 1
    assert "1 problem in 1 file. Nothing was published." in done.stderr + done.stdout


def test_host_does_as_the_settings_under_the_plugin_say(site: SiteFolder) -> None:
    """What stands under the plugin is the same for both doors."""
    licence = "licence: {name: A licence, url: https://example.org/licence}"
    under = f"{licence}\n      hundred_days_from: 2025-02-10\n      hub: https://hub.example.org/"
    site.edit("mkdocs.yml", "plugins: [missions]", f"plugins:\n  - missions:\n      {under}")
    site.build()
    ours = site.files()
    done = run(site, "mkdocs", "build", "--strict", "--site-dir", "other")
    assert done.returncode == 0, done.said
    assert site.files("other") == ours
    assert b'"licence":{"name":"A licence"' in ours["data/record.json"]
    assert b'rel="hub" href="https://hub.example.org/"' in ours["feed.atom"]
    assert b"Day 1: 10 February 2025" in ours["hundred-days/index.html"]


@pytest.mark.usefixtures("built")
@pytest.mark.parametrize("host", HOSTS)
def test_host_with_broken_content_leaves_the_site(site: SiteFolder, host: str) -> None:
    """Broken content stops the host with status 1, the report, and the old site in place."""
    before = site.files()
    site.edit(*BROKEN)
    done = run(site, host, "build")
    assert done.returncode == 1
    assert "1 problem in 1 file. Nothing was published." in done.said
    assert "Traceback" not in done.said
    assert site.files() == before


@pytest.mark.usefixtures("built")
def test_strict_host_with_a_warning_leaves_the_site(site: SiteFolder) -> None:
    """A warning stops a strict host; without strict the host publishes and tells it."""
    before = site.files()
    site.write(
        "content/pages/about.md", b"\n" + (site.root / "content/pages/about.md").read_bytes()
    )
    site.edit("content/pages/about.md", "A small record", "A changed record")
    assert run(site, "mkdocs", "build", "--strict").returncode == 1
    assert site.files() == before
    assert run(site, "mkdocs", "build").returncode == 0
    assert site.files() != before


Git = Callable[..., str]


@pytest.fixture
def git(site: SiteFolder, tmp_path: Path) -> Git:
    """Return git in a site's folder, which is a repository with an empty one as its origin."""
    there = tmp_path / "there.git"

    def git(*words: str, cwd: Path = there) -> str:
        command = ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", *words]
        return subprocess.run(command, cwd=cwd, capture_output=True, check=True, text=True).stdout

    git("init", "--quiet", "--bare", str(there), cwd=tmp_path)
    for words in (
        *(("init", "--quiet"), ("config", "user.name", "A"), ("config", "user.email", "a@b.org")),
        *(("add", "."), ("commit", "--quiet", "-m", "A site"), ("remote", "add", "origin", there)),
    ):
        git(*map(str, words), cwd=site.root)
    return git


def deploy(site: SiteFolder, *words: str, host: str = "mkdocs") -> str:
    """Run gh-deploy, which must succeed, and return what it said."""
    done = run(site, host, "gh-deploy", *words)
    assert done.returncode == 0, done.said
    return done.stderr.decode()


def test_gh_deploy_pushes_the_site_and_nothing_a_second_time(site: SiteFolder, git: Git) -> None:
    """The branch holds the published bytes, and a deploy in which nothing changed is no commit."""
    deploy(site)
    listed = git("ls-tree", "-r", "--name-only", "gh-pages").split()
    assert set(listed) - {".nojekyll"} == set(site.files())
    first = git("rev-parse", "gh-pages")
    assert "Nothing changed" in deploy(site)
    assert git("rev-parse", "gh-pages") == first
    assert git("rev-parse", "gh-pages", cwd=site.root) == first
    site.edit("content/pages/about.md", "A small record", "A changed record")
    assert "Nothing changed" not in deploy(site)
    assert git("rev-parse", "gh-pages^") == first


@pytest.mark.slow
def test_gh_deploy_drops_the_history_when_asked_to(site: SiteFolder, git: Git) -> None:
    """Whoever wants what was published before to be gone gets that, though nothing changed."""
    deploy(site)
    site.edit("content/pages/about.md", "A small record", "A changed record")
    deploy(site)
    assert git("rev-list", "--count", "gh-pages").strip() == "2"
    deploy(site, "--no-history")
    assert git("rev-list", "--count", "gh-pages").strip() == "1"
    assert "Nothing changed" in deploy(site, "--no-history")


def test_host_serves_problems_in_the_page(site: SiteFolder) -> None:
    """`mkdocs serve` starts on broken content and shows what is wrong in the page."""
    site.edit(*BROKEN)
    command = [sys.executable, "-W", "ignore", "-u", "-m", "mkdocs", "serve", "-a", "127.0.0.1:0"]
    with subprocess.Popen(
        command, cwd=site.root, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as server:
        stop = threading.Timer(60, server.kill)
        stop.start()
        assert server.stdout
        lines = iter(server.stdout.readline, "")
        address = next(line.split()[-1] for line in lines if "Serving on http" in line)
        next(line for line in lines if "Nothing was published" in line)
        with urlopen(address + "about/", timeout=30) as answer:
            assert "`titel` is not a field of a page." in answer.read().decode()
        server.terminate()
        stop.cancel()


def serving(site: SiteFolder, address: str) -> tuple[Any, Any]:
    """Return the plugin and the settings of MkDocs once it would serve a site at an address."""
    config = load_config(str(site.root / "mkdocs.yml"), dev_addr=address)
    # `mkdocs serve` puts its own address in the place of the site's.
    config.site_url = "http://127.0.0.1:8000/"
    plugin: Any = config.plugins["missions"]
    plugin.on_startup(command="serve", dirty=False)
    plugin.on_config(config)
    return plugin, config


@pytest.mark.parametrize(("address", "warns"), [("127.0.0.1:0", False), ("0.0.0.0:0", True)])
def test_host_that_serves_the_network_says_so(
    site: SiteFolder, caplog: pytest.LogCaptureFixture, address: str, warns: bool
) -> None:
    """`mkdocs serve -a 0.0.0.0` does what it says, and says what that means."""
    plugin, config = serving(site, address)
    with caplog.at_level(logging.INFO):
        preview = plugin.on_serve(None, config=config, builder=None)
    assert preview.host == address.partition(":")[0]
    preview.shutdown()
    assert ("Everybody on your network can read this preview" in caplog.text) is warns
    assert plugin._settings(config).site_url == "https://record.example.org/"


def test_host_on_a_port_that_is_taken_stops_with_a_sentence(site: SiteFolder) -> None:
    """MkDocs says which port is taken, and how to choose another."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        plugin, config = serving(site, f"127.0.0.1:{port}")
        with pytest.raises(Abort, match=rf"Port {port} is taken .* `-a 127\.0\.0\.1:\d+`"):
            plugin.on_serve(None, config=config, builder=None)
