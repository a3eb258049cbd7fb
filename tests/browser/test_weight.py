"""Weight: pages keep to their budgets, whatever the number of stories; counting is exact."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.host import served
from tests.browser.pages import SitePage, one_of_each_kind, pages_of
from tests.browser.sites import build_synthetic
from tests.browser.weight import Budget, Part, Weight, excess, read_budgets, weigh

BUDGETS = read_budgets()


def part(sort: str = "Document", mime: str = "text/html", size: int = 1000) -> Part:
    return Part("http://127.0.0.1/a.x", sort, mime, size)


WEIGHT = Weight(
    (
        part(),
        part("Stylesheet", "text/css", 200),
        part("Image", "image/svg+xml", 30),
        part("Image", "image/avif", 50_000),
        part("Script", "text/javascript", 4),
        part("Fetch", "application/wasm", 5),
    )
)


def test_weight_of_a_first_view_leaves_out_photographs_and_scripts() -> None:
    """The page, its styles and its drawings are what a first view needs."""
    assert (WEIGHT.first_view, WEIGHT.script, WEIGHT.requests) == (1230, 9, 6)


def test_budget_that_is_kept_is_no_finding() -> None:
    """A page may bring exactly what it is allowed."""
    assert list(excess(WEIGHT, Budget(1230, 6, 9))) == []


@pytest.mark.parametrize(
    ("budget", "over"),
    [
        (Budget(1229, 6, 9), "first_view is 1,230, over 1,229: 1,000 a.x, 200 a.x"),
        (Budget(1230, 5, 9), "requests is 6, over 5"),
        (Budget(1230, 6, 0), "script is 9, over 0"),
    ],
)
def test_budget_that_is_not_kept_is_found(budget: Budget, over: str) -> None:
    """The message says what is over, by how much, and what it is made of."""
    (found,) = excess(WEIGHT, budget)
    assert found.startswith(over)


@pytest.fixture(scope="module")
def scales(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    yield context.new_page()
    context.close()


@pytest.mark.browser
def test_weighing_counts_what_comes_over_the_wire(scales: Page, tmp_path: Path) -> None:
    """Text is packed, each file is counted once each time, and heads of answers are part of it."""
    (tmp_path / "a.css").write_text("p { color: red }\n" * 500)
    (tmp_path / "a.js").write_text("fetch('b.json')")
    (tmp_path / "b.json").write_text("[]")
    page = "<!doctype html><link rel=stylesheet href=a.css><script src=a.js></script>"
    (tmp_path / "index.html").write_text(page + "<p>words</p>" * 1000)
    with served(tmp_path) as site:
        weight = weigh(scales, site.root)
        assert weigh(scales, site.root) == weight
    sorts = sorted(part.sort for part in weight.parts)
    assert sorts == ["Document", "Fetch", "Script", "Stylesheet"]
    assert 400 < weight.first_view < 1000
    assert 300 < weight.script < 800


@pytest.mark.browser
@pytest.mark.slow
def test_weight_is_within_the_same_budgets_with_many_stories(
    scales: Page, tmp_path: Path, *, exhaustive: bool
) -> None:
    """The number of stories does not show in the weight of any type of page.

    In CI there are 500, twenty times those of the demonstration; with --exhaustive 2,000.
    """
    built = build_synthetic(tmp_path, 2000 if exhaustive else 500)
    with served(built.folder, built.layouts) as site:
        pages = one_of_each_kind(pages_of(site))
        assert {"barrier", "learning", "ledger", "timeline"} <= {page.layout for page in pages}
        assert over_budget(scales, pages) == []


def over_budget(scales: Page, pages: Iterable[SitePage]) -> list[str]:
    return [
        f"{page} ({page.layout}): {over}"
        for page in pages
        if page.layout != "redirect"
        for over in excess(weigh(scales, page.address), budget_of(page))
    ]


def budget_of(page: SitePage) -> Budget:
    return BUDGETS.get(page.layout, BUDGETS["default"])
