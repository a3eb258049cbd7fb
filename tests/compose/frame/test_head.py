"""The head of every page: one of each thing, true, short, and different from every other page."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace

import lxml.html
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from site_builder.compose.frame.frame import Frame
from site_builder.compose.frame.head import LONGEST_DESCRIPTION, shortened
from site_builder.compose.pages.finding.plain_pages import NotFoundPage
from site_builder.compose.views.page import Alternate, Page, SocialImage
from site_builder.publish.renderer import Renderer
from site_builder.read.theme.theme import read_theme
from tests.compose.pages.test_every_page import ROOT, fill, pages_of
from tests.compose.stories import write_stories, write_story
from tests.conftest import SiteFolder

DEMONSTRATION_ROOT = "https://missions.example.org/"
ONCE = (
    "//title[not(ancestor::*[local-name()='svg'])]",
    "//meta[@charset]",
    "//meta[@name='viewport']",
    "//meta[@name='description']",
    "//meta[@name='color-scheme']",
    "//meta[@name='referrer']",
    "//meta[@http-equiv='Content-Security-Policy']",
    "//link[@rel='icon']",
    "//link[@rel='stylesheet']",
)
"""What every page has, once."""
ONCE_IF_LISTED = (
    "//link[@rel='canonical']",
    *(
        f"//meta[@property='og:{name}']"
        for name in ("title", "type", "url", "site_name", "description", "locale")
    ),
    "//meta[@name='twitter:card']",
    "//script[@type='application/ld+json']",
)
"""What every page has, once, that search engines may list."""


def meta(page: lxml.html.HtmlElement, name: str) -> str | None:
    """Return what a page says under a name, or nothing."""
    found = page.xpath(f"//meta[@name='{name}' or @property='{name}']/@content")
    return str(found[0]) if found else None


def canonical(page: lxml.html.HtmlElement) -> str | None:
    found = page.xpath("//link[@rel='canonical']/@href")
    return str(found[0]) if found else None


def is_listed(page: lxml.html.HtmlElement) -> bool:
    return meta(page, "robots") is None


def faults_of(files: Mapping[str, bytes], root: str) -> Iterator[str]:
    """Yield what is wrong with the heads of a site, page by page and then among them."""
    titles: Counter[str] = Counter()
    for name, page in pages_of(files):
        asked = (*ONCE, *ONCE_IF_LISTED * is_listed(page))
        yield from (f"{name}: not one {path}" for path in asked if len(page.xpath(path)) != 1)
        description = meta(page, "description") or ""
        if not 0 < len(description) <= LONGEST_DESCRIPTION:
            yield f"{name}: the description has {len(description)} characters"
        if is_listed(page):
            titles[page.findtext(".//title") or ""] += 1
            address = root + name.removesuffix("index.html")
            if not canonical(page) == meta(page, "og:url") == address:
                yield f"{name}: {canonical(page)} and {meta(page, 'og:url')} are not its address"
            if meta(page, "og:description") != description:
                yield f"{name}: two descriptions"
    yield from (f"{count} pages are called {one}" for one, count in titles.items() if count > 1)


def test_head_of_every_page_has_one_of_each_and_a_title_of_its_own(
    site: SiteFolder, demonstration: Mapping[str, bytes]
) -> None:
    """Nothing is missing, nothing stands twice, and no two pages have the same title."""
    fill(site)
    site.build()
    assert list(faults_of(site.files(), ROOT)) == []
    assert list(faults_of(demonstration, DEMONSTRATION_ROOT)) == []


def test_title_is_of_the_page_then_of_the_site(site: SiteFolder) -> None:
    """Home has the site's name alone; a part of a list says which part it is."""
    write_stories(site, 14)
    site.build()
    pages = dict(pages_of(site.files()))
    assert pages["index.html"].findtext(".//title") == "Small record"
    assert meta(pages["index.html"], "og:title") == "Small record"
    second = pages["case-studies/page/2/index.html"]
    assert second.findtext(".//title") == "Case studies (page 2 of 2) – Small record"
    assert meta(second, "og:title") == "Case studies (page 2 of 2)"


@pytest.mark.parametrize(("length", "has_site"), [(55, True), (56, False)])
def test_title_of_more_than_70_characters_leaves_the_site_out(
    site: SiteFolder, length: int, has_site: bool
) -> None:
    """What a search engine would cut off is not the page's own name."""
    write_story(site, "long", "L" * length)
    site.build()
    title = dict(pages_of(site.files()))["case-studies/long/index.html"].findtext(".//title")
    assert title == "L" * length + " – Small record" * has_site


def test_shared_story_says_when_it_was_news_and_of_what(site: SiteFolder) -> None:
    """A story is an article with its times and its mission; any other page is a page."""
    extra = "lang: cy\nchanges: [{date: 2025-08-01, note: Better.}]"
    write_story(site, "news", "News", date="2025-03-05", extra=extra)
    site.build()
    page = dict(pages_of(site.files()))["case-studies/news/index.html"]
    assert meta(page, "og:type") == "article"
    assert meta(page, "og:locale") == "cy"
    assert meta(page, "article:published_time") == "2025-03-05T09:00:00+00:00"
    assert meta(page, "article:modified_time") == "2025-08-01T09:00:00+01:00"
    assert meta(page, "article:section") == "Good health"
    home = dict(pages_of(site.files()))["index.html"]
    assert (meta(home, "og:type"), meta(home, "og:locale")) == ("website", "en_GB")
    assert meta(home, "article:section") is None


def test_summary_of_a_meeting_has_no_day_of_publication_but_one_that_is_stated(
    site: SiteFolder,
) -> None:
    """The day of a meeting, which may be to come, is not the day its summary was published."""
    stated = "publish_at: 2025-04-02T12:30+01:00\n"
    site.edit("content/council/2025-q1.md", "illustrative: true\n", stated)
    site.edit("content/council/2025-q2.md", "illustrative: true\n", "")
    site.build(now="2025-05-01T00:00Z")
    pages = dict(pages_of(site.files()))
    first, second = (pages[f"council/2025-q{n}/index.html"] for n in (1, 2))
    assert meta(first, "article:published_time") == "2025-04-02T12:30:00+01:00"
    assert meta(second, "article:published_time") is None
    assert meta(second, "og:type") == "article"


@pytest.mark.parametrize("title", ["Made up", "Made up (illustrative)"])
def test_illustrative_item_says_so_once_wherever_its_title_goes(
    site: SiteFolder, title: str
) -> None:
    """A shared link shows a title without the notice of the page, so the title has it, once."""
    write_story(site, "made-up", title, extra="illustrative: true")
    site.build()
    page = dict(pages_of(site.files()))["case-studies/made-up/index.html"]
    assert page.findtext(".//title") == "Made up (illustrative) – Small record"
    assert meta(page, "og:title") == "Made up (illustrative)"
    assert meta(page, "og:type") == "website"
    assert meta(page, "article:published_time") is None


@pytest.mark.parametrize(
    ("name", "own"),
    [
        ("404.html", None),
        ("case-studies/gone/index.html", f"{ROOT}case-studies/warm-homes/"),
        ("case-studies/lost/index.html", None),
        ("case-studies/once/index.html", f"{ROOT}case-studies/links/"),
    ],
)
def test_page_that_none_should_find_is_neither_listed_nor_shared(
    site: SiteFolder, name: str, own: str | None
) -> None:
    """What is missing, moved or withdrawn asks to be left out, and tells machines nothing."""
    fill(site)
    site.build()
    page = dict(pages_of(site.files()))[name]
    assert page.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert page.xpath("//meta[@property] | //meta[@name='twitter:card'] | //script") == []
    assert canonical(page) == own


def test_site_without_an_address_claims_none(site: SiteFolder) -> None:
    """What needs a whole address is left out; a shared link still has its words."""
    site.edit("mkdocs.yml", f"site_url: {ROOT}\n", "")
    site.build()
    for name, page in pages_of(site.files()):
        assert canonical(page) is None, name
        assert meta(page, "og:url") is None, name
        assert "://" not in "".join(str(one.get("content")) for one in page.iter("meta")), name
    assert meta(dict(pages_of(site.files()))["index.html"], "og:title") == "Small record"


def rendered(site: SiteFolder, page: Page) -> lxml.html.HtmlElement:
    """Return a page of the small site as a browser gets it."""
    frame = frame_of(site)
    inputs = NotFoundPage(frame.site, page, has_stories=True)
    html = Renderer(frame.theme).fragment("layouts/404.html", inputs)
    return lxml.html.document_fromstring(html)


def frame_of(site: SiteFolder) -> Frame:
    settings = site.settings()
    return Frame(site.record(), settings, read_theme(settings.theme))


def test_page_in_several_languages_names_each(site: SiteFolder) -> None:
    """A reader of one language is led to the page in theirs; with one language nothing is said."""
    page = frame_of(site).page("A", "a/", "An a.")
    assert rendered(site, page).xpath("//link/@hreflang") == []
    others = (Alternate("en-GB", f"{ROOT}a/"), Alternate("cy", f"{ROOT}cy/a/"))
    links = rendered(site, replace(page, alternates=others)).xpath("//link[@hreflang]")
    assert [(link.get("rel"), link.get("hreflang"), link.get("href")) for link in links] == [
        ("alternate", "en-GB", f"{ROOT}a/"),
        ("alternate", "cy", f"{ROOT}cy/a/"),
    ]


def test_page_with_a_picture_is_shared_with_it(site: SiteFolder) -> None:
    """The picture has its whole address, its size and its words; the card is then a large one."""
    frame = frame_of(site)
    picture = SocialImage("cards/a.png", 1200, 630, 'A "card"')
    page = rendered(site, frame.page("A", "a/", "An a.", image=picture))
    assert meta(page, "og:image") == f"{ROOT}cards/a.png"
    assert (meta(page, "og:image:width"), meta(page, "og:image:height")) == ("1200", "630")
    assert meta(page, "og:image:alt") == 'A "card"'
    assert meta(page, "twitter:card") == "summary_large_image"


def test_page_with_a_policy_of_its_own_has_it(site: SiteFolder) -> None:
    """A page with a script says what it needs; no other page is opened for it."""
    page = frame_of(site).page("A", "a/", "An a.")
    own = replace(page, policy=Markup("default-src 'none'; script-src 'self'"))
    found = rendered(site, own).xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert found == ["default-src 'none'; script-src 'self'"]


def test_site_with_a_mark_shows_it_from_any_depth(site: SiteFolder) -> None:
    """The mark's address is seen from the root of the site, as all are."""
    frame = frame_of(site)
    marked = replace(frame.site, favicon="assets/mark.svg")
    inputs = NotFoundPage(marked, frame.page("A", "a/b/", "An a."), has_stories=True)
    page = lxml.html.document_fromstring(Renderer(frame.theme).fragment("layouts/404.html", inputs))
    assert page.xpath("//link[@rel='icon']/@href") == ["../../assets/mark.svg"]


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("One two.", "One two."),
        ("One\n  two", "One two"),
        ("One two three", "One two…"),
        ("One two, three", "One two…"),
        ("Onetwothreefour", "Onetwothr…"),
        ("One two th", "One two th"),
    ],
)
def test_long_text_is_cut_after_a_word_and_marked(text: str, short: str) -> None:
    """Ten characters at most, the mark among them, and no half word unless there is only one."""
    assert shortened(text, 10) == short


@given(st.text(), st.integers(min_value=2, max_value=200))
def test_shortened_text_is_never_too_long(text: str, most: int) -> None:
    """Whatever an author writes, it fits, on one line."""
    short = shortened(text, most)
    assert len(short) <= most
    assert short.splitlines() in ([], [short])
