"""One promise is followed by links alone, without JavaScript, from who asked for it to what came.

The deliberation asked; a council promised; a later council said that it was kept; a story shows
it. Every end leads to the next, and the way back is as open as the way there.
"""

import re
from collections.abc import Iterator, Mapping

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.host import Served

pytestmark = pytest.mark.browser

DELIBERATION = "deliberations/warmer-homes-panel/"
PROMISE = "commitments/2025-q1-tenants-story/"
MADE_AT = "council/2025-q1/"
KEPT_AT = "council/2025-q2/"
STORY = "case-studies/nottingham-energiesprong/"
MISSION = "missions/clean-energy/"


@pytest.fixture
def reader(browser: Browser, sites: Mapping[str, Served]) -> Iterator[Page]:
    """Open the home page of the demonstration in a browser that runs no JavaScript."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(sites["demonstration"].root)
    yield page
    context.close()


def follow(page: Page, *addresses: str) -> None:
    """Go from page to page by clicking a link in the main part of each."""
    for address in addresses:
        links = page.locator("main a[href]:visible")
        hrefs: list[str] = links.evaluate_all("links => links.map(one => one.href)")
        ways = [number for number, href in enumerate(hrefs) if _bare(href).endswith(f"/{address}")]
        assert ways, f"no link from {page.url} to {address}"
        links.nth(ways[0]).click()
        page.wait_for_url(re.compile(rf"/{re.escape(address)}(#|$)"))


def _bare(url: str) -> str:
    return url.partition("#")[0]


def test_promise_is_followed_from_the_panel_that_asked_to_the_story_that_shows_it(
    reader: Page,
) -> None:
    """From home to the mission, its panel, the promise, both councils, and the story."""
    follow(reader, MISSION, DELIBERATION, PROMISE, MADE_AT, PROMISE, KEPT_AT, STORY)


def test_promise_is_followed_back_from_the_story_to_the_panel(reader: Page) -> None:
    """From home to the stories, and from the story all the way back to who asked."""
    follow(reader, MISSION, STORY, PROMISE, KEPT_AT, PROMISE, MADE_AT, PROMISE, DELIBERATION)
    follow(reader, MISSION)


def test_barrier_is_followed_from_its_story_to_the_promise_and_back(reader: Page) -> None:
    """A story leads to what stood in its way, and that to the promise that is to remove it."""
    barrier, promise = "barriers/safeguarding-roles/", "commitments/2025-q2-shared-role-rules/"
    story = "case-studies/swansea-cwmtawe-pathway/"
    follow(reader, "missions/health/", story, barrier, promise, barrier, story)


def test_steward_is_followed_to_letter_and_council_and_back(reader: Page) -> None:
    """Who answers for a mission leads to what was asked of them, and to where they came."""
    steward, letter = "stewards/clean-energy-steward/", "mandate-letters/clean-energy-2025/"
    follow(reader, MISSION, steward, letter, steward, MADE_AT, steward, MISSION, letter, MISSION)
    follow(reader, letter, "mandate-letters/clean-energy-2024/", letter)
