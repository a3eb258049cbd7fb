"""The search in a real browser: found, narrowed, linked, offline, by keyboard, and for all."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Locator, Page, expect

from tests.browser.examination import Examined, look_at, report
from tests.browser.host import Served
from tests.browser.privacy import watching_context
from tests.browser.window import WIDTHS, Window

pytestmark = pytest.mark.browser

NURSES = "5 found"
"""How much of the demonstration speaks of a nurse."""


@dataclass
class Finder:
    """The page of search, open and ready."""

    page: Page
    address: str
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    @classmethod
    def at(cls, context: BrowserContext, address: str) -> "Finder":
        finder = cls(context.new_page(), address)
        page = finder.page
        page.on("request", lambda request: finder.requests.append(request.url))
        page.on("console", finder.note)
        page.on("pageerror", lambda error: finder.complaints.append(str(error)))
        return finder

    def note(self, line: ConsoleMessage) -> None:
        if "favicon" not in line.location["url"]:
            self.complaints.append(line.text)

    def open(self, query: str = "") -> "Finder":
        """Open the page, step into its box, and wait until it can search."""
        self.page.goto(self.address + query)
        self.box.focus()
        expect(self.choices("mission").nth(1)).to_be_attached()
        return self

    @property
    def box(self) -> Locator:
        return self.page.get_by_role("searchbox")

    @property
    def status(self) -> Locator:
        return self.page.get_by_role("status")

    @property
    def results(self) -> Locator:
        return self.page.locator(".found > li")

    def choices(self, name: str) -> Locator:
        return self.page.locator(f"select[name={name}] option")

    def choose(self, name: str, number: int) -> str:
        """Choose the so-manieth choice of a filter that finds something, and return it."""
        self.page.locator("form.search summary").click()
        choice = self.page.locator(f"select[name={name}] option:not([disabled])").nth(number)
        value = choice.get_attribute("value") or ""
        self.page.locator(f"select[name={name}]").select_option(value)
        return value


@pytest.fixture(scope="module")
def address(sites: Mapping[str, Served]) -> str:
    return f"{sites['demonstration'].root}search/"


@pytest.fixture(scope="module")
def watching(browser: Browser) -> Iterator[BrowserContext]:
    """Keep what the search fetches for all tests; each has a page of its own."""
    context = watching_context(browser)
    yield context
    context.close()


@pytest.fixture
def finder(watching: BrowserContext, address: str) -> Iterator[Finder]:
    finder = Finder.at(watching, address).open()
    yield finder
    finder.page.close()
    watching.set_offline(False)


def test_word_is_found_told_and_kept_in_the_address(finder: Finder) -> None:
    """Typing finds, says how many aloud, marks the word, and leaves the keyboard where it is."""
    expect(finder.status).to_have_text("")
    finder.box.press_sequentially("nurse", delay=20)
    expect(finder.status).to_have_text(NURSES)
    expect(finder.box).to_be_focused()
    assert finder.page.url.endswith("/search/?q=nurse")
    assert finder.page.locator(".found mark").first.text_content()
    facts = finder.results.first.locator(".aside").text_content()
    assert facts
    assert facts.startswith("Case study, ")
    assert finder.complaints == []


def test_result_leads_to_its_page_under_the_path_of_the_site(finder: Finder) -> None:
    """A result's address works wherever the site stands."""
    finder.box.fill("nurse")
    link = finder.results.first.get_by_role("link")
    title = link.text_content()
    link.click()
    expect(finder.page.locator("h1")).to_have_text(title or "")
    finder.page.go_back()
    expect(finder.box).to_have_value("nurse")
    expect(finder.results.first).to_be_visible()


def test_words_of_authors_are_text_and_never_html(finder: Finder) -> None:
    """What looks like HTML in a query or in a story makes no element."""
    finder.box.fill("<img src=x> nurse")
    expect(finder.status).not_to_have_text("")
    assert finder.page.locator(".findings img").count() == 0


def test_filter_narrows_and_each_choice_says_how_many(finder: Finder) -> None:
    """The number beside a choice is the number that choosing it finds, with the others as set."""
    finder.box.fill("work")
    expect(finder.status).not_to_have_text("")
    finder.choose("mission", 1)
    for name in ("mission", "type"):
        chosen = finder.page.locator(f"select[name={name}] option:not([disabled])").nth(1)
        text, value = chosen.text_content() or "", chosen.get_attribute("value") or ""
        finder.page.locator(f"select[name={name}]").select_option(value)
        count = text.rsplit("(", 1)[1].rstrip(")")
        expect(finder.status).to_contain_text(f"{count} found")
        assert f"{name}=" in finder.page.url


def test_filter_alone_lists_the_newest_first(finder: Finder) -> None:
    """Without a word, a filter lists all that it lets through."""
    finder.choose("year", 1)
    expect(finder.results).to_have_count(10)
    expect(finder.status).to_contain_text("found, 10 shown")


def test_more_results_come_on_demand_and_the_keyboard_goes_to_them(finder: Finder) -> None:
    """The button adds the next ten, says so, and moves to the first of them."""
    finder.choose("year", 1)
    expect(finder.results).to_have_count(10)
    finder.page.get_by_role("button", name="More results").click()
    expect(finder.results).to_have_count(20)
    expect(finder.status).to_contain_text("20 shown")
    expect(finder.results.nth(10).get_by_role("link")).to_be_focused()


def test_back_goes_from_search_to_search(finder: Finder) -> None:
    """A word is one step and a filter another; the box and the filters follow."""
    finder.box.press_sequentially("nurse", delay=20)
    expect(finder.results.first).to_be_visible()
    value = finder.choose("mission", 1)
    expect(finder.status).not_to_have_text(NURSES)
    finder.page.go_back()
    expect(finder.status).to_have_text(NURSES)
    expect(finder.page.locator("select[name=mission]")).to_have_value("")
    finder.page.go_back()
    expect(finder.box).to_have_value("")
    expect(finder.status).to_have_text("")
    finder.page.go_forward()
    finder.page.go_forward()
    expect(finder.page.locator("select[name=mission]")).to_have_value(value)


def test_search_that_is_linked_to_opens_as_it_was(finder: Finder) -> None:
    """An address with a query opens with its results and its filters open."""
    finder.open("?q=work&type=Case+study")
    expect(finder.status).to_contain_text("found")
    expect(finder.box).to_have_value("work")
    assert finder.page.locator("form.search details").get_attribute("open") is not None


def test_search_that_finds_nothing_helps(finder: Finder) -> None:
    """The reader is told what to try, and no empty list is shown."""
    finder.box.fill("zzzzqqq")
    expect(finder.status).to_contain_text("Nothing found. Try ")
    expect(finder.page.locator(".findings")).to_be_hidden()


def test_escape_and_clear_empty_the_search(finder: Finder) -> None:
    """Escape empties the box; the button empties all, goes away, and leaves the keyboard there."""
    clear = finder.page.get_by_role("button", name="Clear")
    expect(clear).to_be_hidden()
    finder.box.fill("nurse")
    expect(finder.results.first).to_be_visible()
    finder.box.press("Escape")
    expect(finder.box).to_have_value("")
    expect(finder.page.locator(".findings")).to_be_hidden()
    finder.box.fill("nurse")
    finder.choose("mission", 1)
    clear.click()
    expect(finder.box).to_be_focused()
    expect(finder.page.locator("select[name=mission]")).to_have_value("")
    expect(clear).to_be_hidden()
    assert finder.page.url.endswith("/search/")


def test_search_that_nobody_steps_into_fetches_no_index(browser: Browser, address: str) -> None:
    """A reader of the lists is not made to bring the index along; a linked search brings it."""
    context = browser.new_context()
    finder = Finder.at(context, address)
    finder.page.goto(address, wait_until="networkidle")
    assert [one for one in finder.requests if "/pagefind/" in one] == []
    finder.page.goto(f"{address}?q=nurse")
    expect(finder.status).to_have_text(NURSES)
    context.close()


def test_search_goes_on_offline(finder: Finder) -> None:
    """A word that nobody searched for is found without the network, its story's words with it."""
    # The last of the index is taken in after the network has come to rest.
    finder.page.wait_for_load_state("networkidle")
    finder.page.wait_for_timeout(500)
    finder.page.context.set_offline(True)
    before = len(finder.requests)
    for word in ("turbine", "probation", "choir", "warm"):
        finder.box.fill(word)
        expect(finder.page).to_have_url(f"{finder.address}?q={word}")
        expect(finder.status).to_contain_text("ound")
    expect(finder.results.first.locator("mark").first).to_be_visible()
    # A browser may ask for the mark of the site anew at each step of its history.
    assert [one for one in finder.requests[before:] if "favicon" not in one] == []
    assert finder.complaints == []


def test_search_that_can_not_be_loaded_takes_its_box_away(browser: Browser, address: str) -> None:
    """No control is left that does nothing, and the lists are still there."""
    context = browser.new_context()
    page = context.new_page()
    page.route("**/pagefind/**", lambda route: route.abort())
    page.goto(address)
    page.get_by_role("searchbox").focus()
    expect(page.get_by_role("status")).to_contain_text("could not be loaded")
    expect(page.locator("form.search")).to_have_count(0)
    expect(page.get_by_role("heading", name="A to Z")).to_be_visible()
    context.close()


def test_search_asks_only_its_own_site_and_keeps_nothing(finder: Finder) -> None:
    """No other host, no cookie, no storage, no worker; only files that the site has."""
    finder.box.fill("nurse")
    expect(finder.results.first).to_be_visible()
    root = finder.address.removesuffix("search/")
    assert [one for one in finder.requests if not one.startswith(root)] == []
    assert finder.page.evaluate("window.touched") == []
    assert finder.page.context.cookies() == []
    assert finder.page.workers == []
    assert finder.page.context.service_workers == []


@pytest.mark.parametrize("query", ["?q=work&type=Case+study", "?q=zzzzqqq"])
def test_search_that_was_made_stands_every_look(
    window: Window, address: str, query: str, note_looks: Callable[[Examined], None]
) -> None:
    """With results and with none the page is as open to all as every other, at each width."""
    finder, examined = Finder(window.page, address).open(query), Examined()
    expect(finder.status).to_contain_text("ound")
    for width in WIDTHS:
        window.resize(width)
        look_at(finder.page, width, examined, f"{query} at {width} px")
    note_looks(examined)
    assert examined.seen == [], report(examined.seen)
