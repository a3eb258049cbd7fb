"""Nothing spies: a page asks no other site for anything and leaves nothing with its reader."""

from collections.abc import Mapping

import pytest

from tests.browser.conftest import Shown, Visit, Window
from tests.browser.sites import PAGES

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("name", PAGES)
def test_page_asks_no_other_site_for_anything(
    visits: Mapping[str, Visit], addresses: Mapping[str, str], name: str
) -> None:
    """Every request goes to the site's own host."""
    origin = addresses[name].split("/under/")[0]
    assert len(visits[name].requests) > 1
    assert [one for one in visits[name].requests if not one.startswith(f"{origin}/")] == []


@pytest.mark.parametrize("name", PAGES)
def test_page_keeps_nothing_on_the_readers_machine(visits: Mapping[str, Visit], name: str) -> None:
    """No cookie is set, and neither cookies nor storage are as much as looked at."""
    assert (visits[name].cookies, visits[name].touched) == ([], [])


@pytest.mark.parametrize("name", PAGES)
def test_page_leaves_nothing_in_the_console(visits: Mapping[str, Visit], name: str) -> None:
    """No error, no warning, and nothing that the page needs is missing."""
    assert visits[name].complaints == []


@pytest.mark.parametrize("name", PAGES)
def test_page_without_script_has_the_same_text_and_links(
    visits: Mapping[str, Visit], without_script: Window, name: str
) -> None:
    """A browser that runs no JavaScript shows all that any other shows."""
    plain = Shown.on(without_script.visit(name))
    assert plain == visits[name].shown
    assert len(plain.text) > 50
    assert len(plain.links) > 5
