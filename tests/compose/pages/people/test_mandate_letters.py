"""The pages of mandate letters, of what they ask, and of each beside the one before it."""

import pytest

from tests.compose.mandates import BODY, write_letter, write_steward, write_stewardship
from tests.compose.markup import elements, texts, tree, words
from tests.compose.pages.people.test_stewards import built, links
from tests.compose.search.test_search import records_of
from tests.conftest import SiteFolder

FIRST, SECOND = (f"mandate-letters/{slug}/index.html" for slug in ("first", "second"))
COMPARED = "mandate-letters/second/compared/index.html"
LINES = "//main//ul[@class='titles']/li/a/text()"
PRINCIPLE = "principles/solving-together/index.html"


def test_letter_page_says_who_asks_whom_for_what(site: SiteFolder) -> None:
    """To, from, date, missions, the asks as a numbered list, and the text."""
    write_stewardship(site)
    (page,) = built(site, SECOND)
    for said in ("The head of the government", "2 September 2024", "Dear Ann,", "each month."):
        assert said in page
    asks = elements(tree(site.page(SECOND)), "//main//ol/li[starts-with(@id, '_ask-')]")
    assert [ask.get("id") for ask in asks] == ["_ask-1", "_ask-2", "_ask-3"]
    assert words(asks[0], ".").endswith("Way of working: Solving problems together")
    assert words(asks[1], ".") == "Say what is not known."
    to = links(site, SECOND)
    assert to["Steward ann"] == "../../stewards/ann/"
    assert to["Good health"] == "../../missions/health/"
    assert to["Solving problems together"] == "../../principles/solving-together/"


def test_letters_that_replace_each_other_are_linked_both_ways(site: SiteFolder) -> None:
    """The newer names the older; the older says at its head that it was replaced, and by which."""
    write_stewardship(site)
    newer, older = built(site, SECOND, FIRST)
    assert "Takes the place ofLetter first" in newer
    assert links(site, SECOND)["Letter first"] == "../../mandate-letters/first/"
    assert "This letter was replaced on 2 September 2024. Read instead: Letter second." in older
    assert older.index("This letter was replaced") < older.index("Letter first asks")
    assert links(site, FIRST)["Letter second"] == "../../mandate-letters/second/"
    for address in (FIRST, SECOND):
        assert "../../mandate-letters/second/compared/" in links(site, address).values()


@pytest.mark.parametrize(
    ("body", "headings"),
    [
        ("Dear Ann,", ["What is asked", "The letter"]),
        ("## Dear Ann,", ["What is asked", "Dear Ann,"]),
        ("", ["What is asked"]),
    ],
)
def test_text_of_a_letter_has_one_heading(site: SiteFolder, body: str, headings: list[str]) -> None:
    """A text that has none of its own is not read as part of the asks."""
    write_steward(site)
    write_letter(site, body=body)
    site.build()
    assert texts(tree(site.page(FIRST)), "//main//h2//text()") == headings


def test_letter_that_replaces_none_is_compared_with_none(site: SiteFolder) -> None:
    """Where one end is hidden, neither the link nor the comparison is there."""
    write_stewardship(site)
    site.edit("content/mandate-letters/first.md", "title:", "status: draft\ntitle:")
    (page,) = built(site, SECOND)
    assert "Takes the place of" not in page
    assert not any("compared" in name for name in site.files())
    assert not any(b"Letter first" in data for data in site.files().values())


def test_list_of_letters_is_newest_first_and_in_parts(site: SiteFolder) -> None:
    """Each letter once, with its day, its steward and what replaced it."""
    write_stewardship(site)
    for number in range(12):
        write_letter(site, f"old-{number}", date=f"2020-01-{number + 10}")
    (page,) = built(site, "mandate-letters/index.html")
    assert "Letter second 2 September 2024, to Steward ann." in page
    assert "15 January 2024, to Steward bob. Replaced by Letter second." in page
    titles = texts(tree(site.page("mandate-letters/index.html")), LINES)
    more = texts(tree(site.page("mandate-letters/page/2/index.html")), LINES)
    assert titles[:3] == ["Letter second", "Letter first", "Letter old-11"]
    assert more[:2] == ["Letter old-1", "Letter old-0"]


def test_list_without_letters_says_so(site: SiteFolder) -> None:
    """A list that was published once says that it has none any more."""
    site.write("content/permanent.tsv", "# What was published.\n/mandate-letters/\tpage\n")
    (page,) = built(site, "mandate-letters/index.html")
    assert "No mandate letter has been published yet." in page


def test_principle_lists_what_is_asked_in_its_name(site: SiteFolder) -> None:
    """Each ask leads to its place in its letter; one of a replaced letter says so."""
    write_stewardship(site)
    (page,) = built(site, PRINCIPLE)
    assert "Meet in public each quarter. Letter second, 2 September 2024." in page
    assert "night. Letter first, 15 January 2024. This letter has been replaced." in page
    assert links(site, PRINCIPLE)["Letter second"] == "../../mandate-letters/second/#_ask-1"
    assert "Say what is not known." not in page


def test_principle_asked_for_often_names_the_newest(site: SiteFolder) -> None:
    """Its page shows four, and leads to a list in parts that has all of them."""
    write_steward(site)
    for number in range(14):
        write_letter(site, f"letter-{number:02}", date=f"2020-01-{number + 10}")
    site.build()
    assert len(texts(tree(site.page(PRINCIPLE)), "//main//ul[@class='titles']/li/text()[1]")) == 4
    assert links(site, PRINCIPLE)["All 14 requests under Solving problems together"] == (
        "../../principles/solving-together/asks/"
    )
    parts = ("asks/index.html", "asks/page/2/index.html")
    shown = [
        link
        for part in parts
        for link in texts(
            tree(site.page(f"principles/solving-together/{part}")),
            "//main//ul[@class='titles']/li//a/text()",
        )
    ]
    assert shown == [f"Letter letter-{number:02}" for number in range(13, -1, -1)]


def test_principle_that_nobody_asks_for_has_no_list(site: SiteFolder) -> None:
    """There is no empty heading and no empty page."""
    (page,) = built(site, PRINCIPLE)
    assert "asked to do" not in page
    assert not any("/asks/" in name for name in site.files())


def test_principle_that_is_hidden_leaves_the_ask(site: SiteFolder) -> None:
    """What is asked stays; in whose name is not told."""
    write_steward(site)
    write_letter(site)
    gone = 'status: withdrawn\nwithdrawn: {on: 2025-06-01, reason: "No longer ours."}\ntitle:'
    site.edit("content/principles/solving-together.md", "title:", gone)
    (page,) = built(site, FIRST)
    assert "Answer the telephone at night." in page
    assert "Way of working" not in page


def test_letter_can_be_found(site: SiteFolder) -> None:
    """By its asks and its text, under its missions and its year."""
    write_stewardship(site)
    record = records_of(site)["mandate-letters/second/"]
    assert record.facts == "Mandate letter, Good health, September 2024"
    for said in ("The head of the government.", "Say what is not known.", "Dear Ann,"):
        assert said in record.text
    assert dict(record.filters)["mission"] == ("Good health",)
    assert dict(record.filters)["year"] == ("2024",)
    site.build()
    assert "Letter second" in site.page("a-z/l/index.html")
    map_line = "mandate-letters/second/</loc><lastmod>2024-09-02</lastmod>"
    assert map_line in site.page("sitemap.xml")
    assert "mandate-letters/second/compared/" in site.page("sitemap.xml")


def test_comparison_says_in_words_what_changed(site: SiteFolder) -> None:
    """A reader need not read the whole to know how much is new."""
    write_stewardship(site)
    (page,) = built(site, COMPARED)
    assert "1 request was added, 1 request was taken out, 2 requests were changed." in page
    assert "2 paragraphs were changed, 1 paragraph is unchanged." in page


def test_comparison_of_equal_letters_marks_nothing(site: SiteFolder) -> None:
    """Two letters with the same asks and text are said to be the same, and shown once."""
    write_steward(site)
    write_letter(site, "first")
    write_letter(site, "second", date="2025-01-01", extra="supersedes: first")
    (page,) = built(site, COMPARED)
    assert "1 request is unchanged. The text of the two letters is the same." in page
    assert page.count("Nobody should wait long for care.") == 1
    versions = "//main//div[@class='versions']"
    assert elements(tree(site.page(COMPARED)), f"{versions}//ins | {versions}//del") == []


def test_comparison_of_letters_with_nothing_in_common_marks_all(site: SiteFolder) -> None:
    """Each column is then one letter, and the other says that it is not in it."""
    write_steward(site)
    write_letter(site, "first", body="Trees grow.")
    asks = ("Homes should be warm.", "Bills should fall.")
    more = "supersedes: first"
    write_letter(site, "second", date="2025-01-01", asks=asks, extra=more, body="Rivers flow.")
    (page,) = built(site, COMPARED)
    assert "2 requests were added, 1 request was taken out." in page
    assert "1 paragraph was added, 1 paragraph was taken out." in page
    assert page.count("Not in this letter.") == 5


def test_comparison_of_letters_without_text_has_no_heading_for_it(site: SiteFolder) -> None:
    """A letter can be all asks."""
    write_steward(site)
    write_letter(site, "first", body="")
    write_letter(site, "second", date="2025-01-01", extra="supersedes: first", body="")
    (page,) = built(site, COMPARED)
    assert "The text of the letters" not in page


def test_comparison_speaks_its_marks(site: SiteFolder) -> None:
    """Whoever hears the page hears where an addition starts and ends."""
    write_stewardship(site)
    site.build()
    page = tree(site.page(COMPARED))
    added = elements(page, "//main//section[1]//ins")[0]
    removed = elements(page, "//main//section[1]//del")[0]
    assert words(added, ".") == "Added: quarter. End of addition."
    assert words(removed, ".") == "Taken out: year. End of what was taken out."
    for mark in elements(page, "//main//ins | //main//del"):
        spoken = elements(mark, "./span[@class='unseen']")
        assert len(spoken) == 2
        assert all(words(one, ".") for one in spoken)


def test_comparison_shows_that_an_ask_moved(site: SiteFolder) -> None:
    """An ask that stands elsewhere is beside itself, with its number before."""
    write_stewardship(site)
    (page,) = built(site, COMPARED)
    assert "Number 1: changed In the older letter it was number 2." in page
    assert "Number 3 of the older letter: taken out" in page


def test_ask_with_another_principle_was_changed(site: SiteFolder) -> None:
    """The same words in another name are not the same request."""
    write_steward(site)
    write_letter(site, "first", principle="")
    write_letter(site, "second", date="2025-01-01", extra="supersedes: first")
    (page,) = built(site, COMPARED)
    assert "1 request was changed." in page
    assert "Way of working: Added: Solving problems together End of addition." in page


@pytest.mark.parametrize("invented", ["first", "second"])
def test_comparison_with_an_invented_letter_says_so(site: SiteFolder, invented: str) -> None:
    """One illustrative letter of the two is enough for the notice, and it is said once."""
    write_stewardship(site)
    site.edit(f"content/mandate-letters/{invented}.md", "title:", "illustrative: true\ntitle:")
    (page,) = built(site, COMPARED)
    assert page.count("This is an illustrative example.") == 1
    assert "(illustrative)" in words(tree(site.page(COMPARED)), "//title")


def test_comparison_escapes_what_authors_wrote(site: SiteFolder) -> None:
    """Signs of HTML in an ask are shown as signs."""
    write_steward(site)
    write_letter(site, "first", asks=("Ask <b> & wait.",))
    more = "supersedes: first"
    write_letter(site, "second", date="2025-01-01", asks=("Ask <i> & wait.",), extra=more)
    site.build()
    page = site.page(COMPARED)
    assert "Ask <del" in page
    assert "&lt;b&gt;" in page
    assert "<i>" not in page


def test_long_letters_make_a_page_of_a_bounded_weight(site: SiteFolder) -> None:
    """What is the same in both letters is on the page once, so the page is as long as a letter."""
    paragraphs = [f"Paragraph {number}. {'Care comes in time. ' * 24}" for number in range(50)]
    body = "\n\n".join(paragraphs)
    write_steward(site)
    write_letter(site, "first", body=f"{BODY}\n{body}")
    changed = body.replace("Paragraph 7.", "Paragraph seven.")
    write_letter(site, "second", date="2025-01-01", extra="supersedes: first", body=changed)
    site.build()
    assert len(body.split()) > 4800
    letter, page = len(site.page(FIRST)), len(site.page(COMPARED))
    assert page < letter * 1.3
