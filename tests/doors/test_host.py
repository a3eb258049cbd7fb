"""`missions host`: a file for each host from the settings and the built site, and plain words."""

import pytest
from click.testing import CliRunner, Result

from site_builder.compose.hosts.ready_files import HOSTS
from site_builder.doors.cli import main
from tests.conftest import SiteFolder


def run(site: SiteFolder, *words: str) -> Result:
    settings = ["-f", str(site.root / "mkdocs.yml")] if words else []
    return CliRunner().invoke(main, ["host", *words, *settings], catch_exceptions=False)


def test_alone_it_lists_every_host(site: SiteFolder) -> None:
    """Nobody has to guess a name."""
    done = run(site)
    assert [line.split()[0] for line in done.output.splitlines()] == list(HOSTS)


def test_unknown_host_is_answered_with_those_that_are_known(site: SiteFolder) -> None:
    """The message is one sentence, and then the names."""
    done = run(site, "ngnix")
    assert done.exit_code == 1
    assert "“ngnix” is not a host that there is a file for. The hosts are: nginx," in done.output


def test_file_is_for_this_site(site: SiteFolder) -> None:
    """Its name and its path come from `site_url`, folder and port from the command."""
    site.edit("mkdocs.yml", "https://record.example.org/", "https://example.org/our/missions")
    text = run(site, "nginx", "--root", "/srv/www/", "--port", "8080").output
    for part in ("server_name example.org;", "root /srv/www;", "listen 8080;"):
        assert part in text
    assert "error_page 404 /our/missions/404.html;" in text
    assert "to /srv/www/our/missions," in text


def test_redirects_are_those_of_the_site_that_was_built(site: SiteFolder) -> None:
    """They are read from the built site, so no content has to be whole for the file."""
    assert "No site was built yet" in run(site, "nginx").output
    site.write("site/_redirects", "/case-studies/first/ /case-studies/now/ 301\n")
    text = run(site, "nginx").output
    assert "No site was built yet" not in text
    assert "location = /case-studies/first/ { return 301 /case-studies/now/; }" in text


@pytest.mark.parametrize("name", ["nginx", "apache", "caddy"])
def test_packed_files_are_sent_where_the_settings_make_them(site: SiteFolder, name: str) -> None:
    """Without the setting the server packs; with it, it sends what is there."""
    says = {
        "nginx": "gzip_static on;",
        "apache": "AddEncoding br .br",
        "caddy": "precompressed br",
    }
    assert says[name] not in run(site, name).output
    site.edit("mkdocs.yml", "[missions]", "[missions: {precompressed: true}]")
    assert says[name] in run(site, name).output


@pytest.mark.parametrize("name", HOSTS)
def test_site_without_an_address_has_a_file_as_well(site: SiteFolder, name: str) -> None:
    """A server of one site needs no name."""
    site.edit("mkdocs.yml", "site_url: https://record.example.org/\n", "")
    done = run(site, name)
    assert done.exit_code == 0
    assert "None" not in done.output.replace("AllowOverride None", "")


def test_settings_that_can_not_be_read_are_named(site: SiteFolder) -> None:
    """There is no traceback."""
    site.write("mkdocs.yml", "site_name: [")
    done = run(site, "caddy")
    assert done.exit_code == 2
    assert "The settings can not be read" in done.output


@pytest.mark.parametrize("host", ["github-pages", "gitlab-pages", "netlify", "cloudflare-pages"])
def test_service_installs_what_the_record_names(site: SiteFolder, host: str) -> None:
    """Where a record says what builds it, a service builds it with that and nothing else."""
    assert "pip install mission-stories" in run(site, host).output
    site.write("requirements.txt", "mission-stories==0.1.0\n")
    said = run(site, host).output
    assert "pip install -r requirements.txt" in said
    assert "pip install mission-stories" not in said
