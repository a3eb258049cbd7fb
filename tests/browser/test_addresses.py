"""Every address answers: links lead somewhere, old addresses lead on, what is missing says so."""

from collections.abc import Mapping

import pytest

from site_builder.compose import compose
from site_builder.read.theme import read_theme
from site_builder.relate.record import relate
from site_builder.relate.visibility import Viewer
from tests.browser.conftest import Window
from tests.browser.sites import DEMONSTRATION, SMALL, Served
from tests.conftest import SiteFolder

pytestmark = pytest.mark.browser


def test_old_address_leads_to_the_new_one_without_script(without_script: Window) -> None:
    """Who follows an old link arrives at the story's present address."""
    page = without_script.page
    page.goto(without_script.addresses["redirect"])
    page.wait_for_url(without_script.addresses["picture"])
    assert page.inner_text("h1") == "Warm homes in Leeds"


def test_missing_address_at_any_depth_shows_the_sites_own_page(
    wide: Window, demonstration: Served
) -> None:
    """The page for what is not found has its styles and its way home, however deep it is shown."""
    answer = wide.page.goto(f"{demonstration.root}no/such/page/")
    assert answer
    assert answer.status == 404
    assert wide.page.inner_text("h1") == "Page not found"
    skip = wide.page.locator(".skip").evaluate("one => getComputedStyle(one).position")
    assert skip == "absolute"
    assert wide.page.locator(".header-name").evaluate("one => one.href") == demonstration.root


def test_links_of_every_page_lead_to_a_file_of_the_site(
    without_script: Window, addresses: Mapping[str, str], demonstration: Served
) -> None:
    """A link inside the site, its fragment included, never leads nowhere."""
    dead = []
    for name in DEMONSTRATION:
        page = without_script.visit(name)
        for link in page.eval_on_selector_all("a[href]", "all => all.map(one => one.href)"):
            inside, _, fragment = link.partition("#")
            if not inside.startswith(demonstration.root):
                continue
            file = demonstration.folder / inside.removeprefix(demonstration.root)
            file = file / "index.html" if inside.endswith("/") else file
            if not file.is_file() or (fragment and f'id="{fragment}"' not in file.read_text()):
                dead.append((addresses[name], link))
    assert dead == []


def test_every_template_has_a_page_that_is_looked_at(demonstration: Served, small: Served) -> None:
    """A new template must get a page in the tables of sites.py, or it would never be seen."""
    seen: set[str] = set()
    every: set[str] = set()
    for site, table in ((demonstration, DEMONSTRATION), (small, SMALL)):
        folder = SiteFolder(site.folder.parent)
        settings = folder.settings()
        theme = read_theme(settings.theme)
        pages = {site.address(pattern).removeprefix(site.root) for pattern in table.values()}
        for output in compose(relate(folder.content(), Viewer()), settings, theme):
            if output.path.removesuffix("index.html") in pages:
                seen.add(output.template)
        layouts = (name for name, _ in theme.templates if name.startswith("layouts/"))
        every |= {name for name in layouts if name.endswith(".html") and "/_" not in name}
    assert seen == every
