"""Every address answers: links lead somewhere, old addresses lead on, what is missing says so."""

from collections.abc import Mapping

import pytest

from site_builder.read.theme.theme import read_theme
from tests.browser.host import Served
from tests.browser.pages import SitePage
from tests.browser.sites import ROOT
from tests.browser.window import Window

pytestmark = pytest.mark.browser


def test_old_address_leads_to_the_new_one_without_script(
    without_script: Window, sites: Mapping[str, Served]
) -> None:
    """Who follows an old link arrives at the story's present address."""
    page, root = without_script.page, sites["small"].root
    page.unroute_all()
    page.goto(f"{root}case-studies/cosy-homes/")
    page.wait_for_url(f"{root}case-studies/warm-homes/")
    assert page.inner_text("h1") == "Warm homes in Leeds"


def test_missing_address_at_any_depth_shows_the_sites_own_page(
    windows: Mapping[int, Window], sites: Mapping[str, Served]
) -> None:
    """The page for what is not found has its styles and its way home, however deep it is shown."""
    page, root = windows[1280].page, sites["demonstration"].root
    answer = page.goto(f"{root}no/such/page/")
    assert answer
    assert answer.status == 404
    assert page.inner_text("h1") == "Page not found"
    skip = page.locator(".skip").evaluate("one => getComputedStyle(one).position")
    assert skip == "absolute"
    assert page.locator(".header-name").evaluate("one => one.href") == root


def test_links_of_the_sample_lead_to_a_file_of_the_site(
    without_script: Window, sample: tuple[SitePage, ...], sites: Mapping[str, Served]
) -> None:
    """A link inside the site, its fragment included, never leads nowhere."""
    assert dead_links(without_script, sample, sites) == []


@pytest.mark.slow
def test_links_of_every_page_lead_to_a_file_of_the_site(
    without_script: Window, every_page: tuple[SitePage, ...], sites: Mapping[str, Served]
) -> None:
    """No page has a link that leads nowhere."""
    assert dead_links(without_script, every_page, sites) == []


def dead_links(
    window: Window, pages: tuple[SitePage, ...], sites: Mapping[str, Served]
) -> list[str]:
    hrefs = "all => all.map(one => one.href)"
    return [
        f"{site_page}: {link}"
        for site_page in pages
        for link in window.visit(site_page).eval_on_selector_all("a[href]", hrefs)
        for site in sites.values()
        # Examples on pattern pages lead to pages of a site that there is not.
        if site.layouts and link.startswith(site.root) and not leads_somewhere(site, link)
    ]


def leads_somewhere(site: Served, link: str) -> bool:
    """Tell whether a link inside a site leads to a file, and to a place that the file has."""
    inside, _, fragment = link.removeprefix(site.root).partition("#")
    file = site.folder / inside
    file = file / "index.html" if file.is_dir() else file
    return file.is_file() and (not fragment or f'id="{fragment}"' in file.read_text("utf-8"))


def test_every_template_has_a_page_that_is_looked_at(every_page: tuple[SitePage, ...]) -> None:
    """A new template must have a page in one of the sites, or it would never be seen."""
    theme = read_theme(ROOT / "themes" / "civic")
    names = (name for name, _ in theme.templates if name.startswith("layouts/"))
    pages = {name for name in names if name.endswith(".html") and "/_" not in name}
    assert pages <= {f"layouts/{page.layout}.html" for page in every_page}
