"""The policy of each page: strict, and ahead of everything that it governs."""

import re
from collections.abc import Mapping

from tests.compose.pages.test_every_page import fill, pages_of
from tests.conftest import SiteFolder

START = re.compile(
    r'<head>\n<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="([^"]*)">'
)


def directives(policy: str) -> dict[str, list[str]]:
    parts = (part.split() for part in policy.replace("&#39;", "'").split(";"))
    return {name: sources for name, *sources in parts}


def test_policy_of_every_page_lets_in_nothing_but_the_sites_own(
    site: SiteFolder, demonstration: Mapping[str, bytes]
) -> None:
    """All is forbidden by default; what is let in comes from the site, and nothing runs inline."""
    fill(site)
    site.build()
    for files in (site.files(), demonstration):
        for name, page in pages_of(files):
            (found,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
            rules = directives(found)
            assert rules.pop("default-src") == ["'none'"], name
            assert rules.pop("base-uri") == ["'none'"], name
            assert rules.pop("form-action") == ["'none'"], name
            allowed = {one for sources in rules.values() for one in sources}
            may_run = {"'wasm-unsafe-eval'"} if name == "search/index.html" else set()
            assert allowed == {"'self'"} | may_run, name


def test_policy_comes_before_all_that_it_governs(site: SiteFolder) -> None:
    """A browser obeys a policy only from where it stands on; the encoding alone comes first."""
    fill(site)
    site.build()
    for name, _ in pages_of(site.files()):
        assert START.search(site.page(name)), name


def test_page_without_a_script_of_its_own_lets_none_run(site: SiteFolder) -> None:
    """No directive names scripts, so the default, which is none, holds for them."""
    site.build()
    (policy,) = START.findall(site.page("index.html"))
    assert not {"script-src", "frame-src", "object-src"} & directives(policy).keys()
