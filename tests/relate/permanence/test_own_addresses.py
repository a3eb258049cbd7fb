"""Whether an address is the site's own, and where on the site it leads."""

import pytest

from site_builder.relate.permanence.own_addresses import own_address

ROOT = "https://record.example.org/"
BELOW = "https://example.org/records/missions/"


@pytest.mark.parametrize(
    ("address", "root", "whole", "is_exact"),
    [
        (f"{ROOT}missions/health/", ROOT, "missions/health/", True),
        (f"{ROOT}missions/health", ROOT, "missions/health/", True),
        (f"{ROOT}missions/health/index.html#goal", ROOT, "missions/health/#goal", True),
        (f"{ROOT}search/?q=care#x", ROOT, "search/?q=care#x", True),
        (f"{ROOT}feed.xml", ROOT, "feed.xml", True),
        (ROOT, ROOT, "", True),
        (f"{ROOT}index.html", ROOT, "", True),
        ("https://record.example.org", ROOT, "", True),
        ("https://record.example.org#top", ROOT, "#top", True),
        ("HTTPS://Record.Example.org/a-z/", ROOT, "a-z/", True),
        (f"{ROOT}missions/../a-z/", ROOT, "a-z/", True),
        (f"{BELOW}a-z/", BELOW, "a-z/", True),
        ("https://example.org/records/missions", BELOW, "", True),
        # The same site by another name.
        ("http://record.example.org/a-z/", ROOT, "a-z/", False),
        ("https://www.record.example.org/a-z/", ROOT, "a-z/", False),
        ("//record.example.org/a-z/", ROOT, "a-z/", False),
        ("https://record.example.org:443/a-z/", ROOT, "a-z/", False),
        ("https://example.org/a-z/", "https://www.example.org/", "a-z/", False),
    ],
)
def test_own_address_leads_inside(address: str, root: str, whole: str, is_exact: bool) -> None:
    """However a browser would find the page, so does the build; another spelling is known."""
    own = own_address(address, root)
    assert own is not None
    assert (own.whole, own.is_exact) == (whole, is_exact)


@pytest.mark.parametrize(
    ("address", "root"),
    [
        ("https://example.org/a-z/", ROOT),
        ("https://record.example.org.evil.example/", ROOT),
        ("https://record.example.org:8443/", ROOT),
        ("https://example.org/records/", BELOW),
        ("https://example.org/records/missions-of-others/", BELOW),
        ("ftp://record.example.org/", ROOT),
        ("mailto:somebody@record.example.org", ROOT),
        ("../missions/health.md", ROOT),
        ("https://[broken/", ROOT),
        ("https://record.example.org:port/", ROOT),
        (f"{ROOT}a-z/", None),
    ],
)
def test_other_address_is_let_be(address: str, root: str | None) -> None:
    """What stands on another host, or beside the site on its own, is not the site's."""
    assert own_address(address, root) is None
