"""Every page of whole sites: its links lead somewhere, its HTML is right, it stays small."""

import posixpath
import re
import shutil
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import pairwise
from urllib.parse import unquote, urljoin, urlsplit

import html5lib
import lxml.html
import pytest

from site_builder.compose.frame.feed_names import FORMATS
from tests.compose.events import write_event
from tests.compose.mandates import write_stewardship
from tests.compose.stories import write_pictured_story, write_stories, write_story
from tests.conftest import SITES, SiteFolder
from tests.panels import write_panel
from tests.shown import ShownFolder

ROOT = "https://record.example.org/"
REASON = "status: withdrawn\nwithdrawn: {on: 2025-05-01, reason: Wrong., replaced_by: warm-homes}"
CALLED_OFF = "mission: health\ncalled_off: The hall is flooded.\nillustrative: true"
MARKDOWN = """\
## Links

[Home](../pages/about.md), [here](#links), [there](warm-homes.md#how-it-worked),
[all](../case-studies/), ![a field](../images/field.jpg), [gone](gone.md), <mark>marked</mark>.

| Street | Homes |
|:-------|------:|
| Long Causeway | 40 |

*[NHS]: National Health Service

The NHS. Term
:   What it means.
"""


def fill(site: SiteFolder) -> None:
    """Add what makes every sort of page: an image, a withdrawal, a redirect, a long list."""
    write_pictured_story(site)
    write_stewardship(site)
    write_story(site, "gone", "Gone", extra=f"aliases: [before]\n{REASON}")
    write_story(site, "lost", "Lost", extra=REASON.replace(", replaced_by: warm-homes", ""))
    write_event(site, "evening", CALLED_OFF)
    extra = "aliases: [once]\nlang: cy"
    write_story(site, "links", "“Links” & <others>", extra=extra, body=MARKDOWN)
    write_stories(site, 14)
    write_panel(site)


def filled_folder(tmp_path_factory: pytest.TempPathFactory, root: str = ROOT) -> ShownFolder:
    folder = shutil.copytree(SITES / "small", tmp_path_factory.mktemp("filled") / "small")
    site = ShownFolder(folder)
    fill(site)
    site.edit("mkdocs.yml", ROOT, root)
    site.build()
    return site


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> ShownFolder:
    """Return the small site with every sort of page, built at the root of its host."""
    return filled_folder(tmp_path_factory)


@pytest.fixture(scope="module")
def under_a_path(tmp_path_factory: pytest.TempPathFactory) -> ShownFolder:
    """Return the same, built for a folder of its host."""
    return filled_folder(tmp_path_factory, f"{ROOT}repo/")


@lru_cache(maxsize=4)
def _parsed(files: tuple[tuple[str, bytes], ...]) -> tuple[tuple[str, lxml.html.HtmlElement], ...]:
    return tuple((name, lxml.html.document_fromstring(data.decode())) for name, data in files)


def pages_of(files: Mapping[str, bytes]) -> Iterator[tuple[str, lxml.html.HtmlElement]]:
    """Yield every page of a site, read; the same pages are read once."""
    yield from _parsed(tuple(one for one in files.items() if one[0].endswith(".html")))


def addresses_of(page: lxml.html.HtmlElement) -> Iterator[str]:
    for element in page.iter("a", "link", "img", "source", "use", "meta"):
        for attribute in ("href", "src"):
            if address := element.get(attribute):
                yield address
        if element.get("http-equiv") == "refresh":
            yield element.get("content", "").partition("url=")[2]


def ids_of(page: lxml.html.HtmlElement) -> list[str]:
    return [one for element in page.iter() if (one := element.get("id"))]


def dead_links(files: Mapping[str, bytes], root: str) -> Iterator[str]:
    """Yield each address of a page that leads to no file of the site, or to no id of a page."""
    ids = {name: set(ids_of(page)) for name, page in pages_of(files)}
    for name, page in pages_of(files):
        for address in addresses_of(page):
            # A calendar's link names a file of the site too, for another program.
            to = urljoin(root + name, re.sub(r"^webcal:", "https:", address))
            if urlsplit(to).hostname != urlsplit(root).hostname:
                continue
            path, _, fragment = to.partition("#")
            file = unquote(path.removeprefix(root))
            file = posixpath.join(file, "index.html") if file.endswith("/") or not file else file
            if not path.startswith(root) or file not in files:
                yield f"{name}: {address}"
            elif fragment and fragment not in ids[file]:
                yield f"{name}: {address}, which has no such id"


@pytest.mark.parametrize(("folder", "root"), [("filled", ROOT), ("under_a_path", f"{ROOT}repo/")])
def test_every_link_leads_to_a_file_at_the_root_and_under_a_path(
    request: pytest.FixtureRequest, folder: str, root: str
) -> None:
    """No page links to nothing, wherever the site is put."""
    files = request.getfixturevalue(folder).files()
    assert list(dead_links(files, root)) == []
    assert sum(1 for _, page in pages_of(files) for _ in addresses_of(page)) > 500


def test_every_link_of_demonstration_leads_to_a_file(demonstration: Mapping[str, bytes]) -> None:
    """Nor does any page of the demonstration."""
    assert list(dead_links(demonstration, "https://missions.example.org/")) == []


def test_pages_under_a_path_differ_only_where_an_address_is_whole(
    filled: ShownFolder, under_a_path: ShownFolder
) -> None:
    """One build works anywhere: only the page's own address and 404.html know where the site is."""
    at_root, site = filled.files(), under_a_path
    whole = re.compile(
        rb'<link rel="canonical"[^>]*>|<meta property="og:(url|image)"[^>]*>'
        rb'|<script type="application/ld.json">[^<]*</script>|<code>https://[^<]*</code>'
        rb'|<p class="(printed|aside cite)">[^<]*</p>|href="webcal://[^"]*"'
    )
    differing = {
        name for name, data in site.files().items()
        if whole.sub(b"", data) != whole.sub(b"", at_root[name])
    }  # fmt: skip
    feeds = {name for name in at_root if re.search(r"\bfeed(-\d+)?\.(xml|atom|json)$", name)}
    feeds |= {name for name in at_root if name.endswith((".ics", ".opml"))}
    # The data hold whole addresses, and the pages on them say how large the files are.
    differing = {name for name in differing if not name.startswith("data/")}
    machines = {"_headers", "_redirects", "robots.txt", "sitemap.xml"}
    assert differing == {"404.html"} | machines | feeds
    assert site.files().keys() == at_root.keys()


def html_errors(data: bytes) -> list[str]:
    parser = html5lib.HTMLParser(strict=False)
    parser.parse(data.decode())
    return [f"{code} at {position}: {more}" for position, code, more in parser.errors]


def test_html_of_small_site_has_no_error(filled: ShownFolder) -> None:
    """A strict reader of HTML finds nothing to put right in any sort of page."""
    pages = {name: filled.files()[name] for name in filled.files() if name.endswith(".html")}
    assert {name: html_errors(data) for name, data in pages.items() if html_errors(data)} == {}


@pytest.mark.slow
def test_html_of_demonstration_has_no_error(demonstration: Mapping[str, bytes]) -> None:
    """Nor in any page of the demonstration."""
    pages = {name: demonstration[name] for name in demonstration if name.endswith(".html")}
    assert {name: html_errors(data) for name, data in pages.items() if html_errors(data)} == {}


def faults_of(name: str, page: lxml.html.HtmlElement) -> Iterator[str]:
    ids = Counter(ids_of(page))
    yield from (f"{name}: id {one} stands {count} times" for one, count in ids.items() if count > 1)
    headings = [int(e.tag[1]) for e in page.iter("h1", "h2", "h3", "h4", "h5", "h6")]
    if headings.count(1) != 1 or headings[0] != 1:
        yield f"{name}: headings {headings}"
    yield from (
        f"{name}: a heading of level {after} follows one of level {before}"
        for before, after in pairwise(headings)
        if after > before + 1
    )
    links = list(page.iter("a"))
    if not links or links[0].get("href") not in {f"#{one}" for one in ids}:
        yield f"{name}: the first link does not skip to the main content"
    if not page.get("lang") or not (page.findtext(".//title") or "").strip():
        yield f"{name}: no language or no title"
    if len(page.findall(".//main")) != 1:
        yield f"{name}: not one main part"
    yield from (f"{name}: an image without alt" for e in page.iter("img") if e.get("alt") is None)


def test_every_page_has_one_heading_unique_ids_language_and_skip_link(
    filled: ShownFolder, demonstration: Mapping[str, bytes]
) -> None:
    """What a screen reader steers by is on every page, once."""
    for files in (filled.files(), demonstration):
        assert [fault for name, page in pages_of(files) for fault in faults_of(name, page)] == []


def feeds_on(page: lxml.html.HtmlElement) -> list[str]:
    return [
        link.get("title", "")
        for link in page.iter("link")
        if link.get("rel") == "alternate" and link.get("type") in FORMATS.values()
    ]


def test_every_page_tells_of_a_feed_in_every_format_and_of_that_of_everything(
    filled: ShownFolder,
) -> None:
    """A reader that is given any page finds the feed nearest to it, and a small head."""
    for name, page in pages_of(filled.files()):
        first, *others = feeds_on(page)
        assert others[:2] == [f"{first} (Atom)", f"{first} (JSON)"], name
        assert "Small record: everything" in (first, *others), name
        assert len(set(feeds_on(page))) == len(feeds_on(page)) <= 7, name


def test_every_feed_that_a_page_tells_of_is_there(filled: ShownFolder) -> None:
    """Each link leads to a file, of which a page says the right type."""
    files = filled.files()
    for name, page in pages_of(files):
        for link in page.iter("link"):
            if link.get("type") in FORMATS.values():
                path = urlsplit(urljoin(f"/{name}", link.get("href") or "")).path[1:]
                assert path in files, name
                assert link.get("type") == FORMATS[path.rpartition(".")[2]]


@pytest.mark.parametrize(
    ("address", "first", "feed"),
    [
        ("index.html", "everything", "feed.xml"),
        ("about/index.html", "everything", "feed.xml"),
        ("places/leeds/index.html", "Leeds", "places/leeds/feed.xml"),
        ("commitments/second-street/index.html", "promises", "commitments/feed.xml"),
        ("changes/index.html", "changes", "changes/feed.xml"),
        ("missions/clean-energy/index.html", "Clean energy", "missions/clean-energy/feed.xml"),
        ("missions/health/page/2/index.html", "Good health", "missions/health/feed.xml"),
        ("case-studies/warm-homes/index.html", "Clean energy", "missions/clean-energy/feed.xml"),
        ("council/2025-q1/index.html", "council", "council/feed.xml"),
    ],
)
def test_page_has_its_own_feed_first(
    filled: ShownFolder, address: str, first: str, feed: str
) -> None:
    """A mission's page and its stories offer that mission's feed before all others."""
    page = dict(pages_of(filled.files()))[address]
    assert feeds_on(page)[0] == f"Small record: {first}"
    link = next(e for e in page.iter("link") if e.get("rel") == "alternate")
    assert urljoin(ROOT + address, link.get("href") or "") == ROOT + feed


def test_no_page_grows_with_number_of_stories(site: SiteFolder) -> None:
    """Lists are cut into parts of twelve, each leading to the next.

    A letter has parts of sixty titles, and what is unknown has parts of 36 stories.
    """
    write_stories(site, 40)
    site.build()
    few = {name: len(site.files()[name]) for name in site.files() if name.endswith(".html")}
    write_stories(site, 80)
    site.build()
    many = {name: len(site.files()[name]) for name in site.files() if name.endswith(".html")}
    grown = {name: many[name] - size for name, size in few.items() if many[name] > size + 700}
    last_parts = {
        name for name in few if re.search(r"/page/[34]/|^a-z/s/|^learning/unknown/.*page/2/", name)
    }
    assert set(grown) <= last_parts
    for name, page in pages_of(site.files()):
        assert len(page.find_class("card")) <= 12, name


def test_parts_of_a_list_hold_each_story_once_in_order(site: SiteFolder) -> None:
    """Whoever follows "older stories" reads every story once, newest first."""
    write_stories(site, 40)
    site.build()
    pages, address, dates = dict(pages_of(site.files())), "case-studies/index.html", list[str]()
    while address:
        page = pages[address]
        dates += [e.get("datetime") for card in page.find_class("card") for e in card.iter("time")]
        older = page.xpath("//a[@rel='next']/@href")
        at = urlsplit(urljoin(ROOT + address, older[0])).path if older else ""
        address = f"{at[1:]}index.html" if at else ""
    assert len(dates) == 42
    assert dates == sorted(dates, reverse=True)


def test_site_without_content_but_one_page_has_no_dead_link(empty_site: SiteFolder) -> None:
    """A site that has only begun is whole: each empty list says that it is empty."""
    empty_site.write("content/pages/about.md", "---\ntitle: About\nsummary: About.\n---\nText.\n")
    empty_site.build()
    assert list(dead_links(empty_site.files(), ROOT)) == []
    for name, page in pages_of(empty_site.files()):
        assert list(faults_of(name, page)) == []


def test_page_in_another_language_says_so(filled: ShownFolder) -> None:
    """A story in Welsh is read out in Welsh."""
    assert '<html lang="cy">' in filled.page("case-studies/links/index.html")
    assert '<html lang="en-GB">' in filled.page("case-studies/warm-homes/index.html")


def test_colours_of_missions_are_in_the_stylesheet_alone(site: SiteFolder) -> None:
    """A mission's colour and its dark twin are rules of the one stylesheet."""
    site.build()
    (style,) = (site.files()[name].decode() for name in site.files() if "civic" in name)
    assert ".accent-health{--accent:#004f86;--accent-dark:#" in style
    assert not any("#004f86" in site.page(name) for name, _ in pages_of(site.files()))
