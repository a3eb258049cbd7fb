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
    window: Window, sites: Mapping[str, Served]
) -> None:
    """The page for what is not found has its styles and its way home, however deep it is shown."""
    page, root = window.page, sites["demonstration"].root
    answer = page.goto(f"{root}no/such/page/")
    assert answer
    assert answer.status == 404
    assert page.inner_text("h1") == "Page not found"
    skip = page.locator(".skip").evaluate("one => getComputedStyle(one).position")
    assert skip == "absolute"
    assert page.locator(".header-name").evaluate("one => one.href") == root


def test_every_template_has_a_page_that_is_looked_at(every_page: tuple[SitePage, ...]) -> None:
    """A new template must have a page in one of the sites, or it would never be seen."""
    theme = read_theme(ROOT / "themes" / "civic")
    names = (name for name, _ in theme.templates if name.startswith("layouts/"))
    pages = {name for name in names if name.endswith(".html") and "/_" not in name}
    assert pages <= {f"layouts/{page.layout}.html" for page in every_page}
