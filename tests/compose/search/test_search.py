"""What a search can find, what it may not find, and the page without its script."""

import gzip
import re
from collections.abc import Mapping

import lxml.html
import pytest

from site_builder.compose import compose
from site_builder.compose.search.search import SearchIndex, SearchPage, SearchRecord, search_records
from site_builder.read.content import Content
from site_builder.read.theme.theme import read_theme
from site_builder.relate.record import relate
from site_builder.relate.visibility import Viewer
from tests.compose.conftest import PROJECT
from tests.compose.mandates import write_stewardship
from tests.compose.pages.finding.test_a_z import frame_of
from tests.compose.stories import write_stories, write_story
from tests.conftest import SiteFolder

WORD = re.compile(r"\w+")


def records_of(site: SiteFolder) -> Mapping[str, SearchRecord]:
    return {one.address: one for one in search_records(frame_of(site))}


def page_of(site: SiteFolder) -> SearchPage:
    frame = frame_of(site)
    outputs = compose(frame.record, frame.settings, frame.theme)
    (page,) = (one.inputs for one in outputs if isinstance(one.inputs, SearchPage))
    return page


def test_every_word_that_can_be_found_stands_on_its_page(
    demonstration: Mapping[str, bytes],
) -> None:
    """The search says nothing that a reader can not read."""
    for address, record in records_of(SiteFolder(PROJECT)).items():
        page = lxml.html.fromstring(demonstration[f"{address}index.html"].decode())
        (main,) = page.iter("main")
        shown = set(WORD.findall(" ".join(map(str, main.itertext()))))
        hidden = [
            word for word in WORD.findall(f"{record.title} {record.text}") if word not in shown
        ]
        assert hidden == [], address


def test_record_of_a_story_has_all_that_it_tells(site: SiteFolder) -> None:
    """The arc, the text, the learning and the names of a story can all be found."""
    extra = "try_this: Ask the milkman.\npermission: Staff could say yes."
    body = "## A heading\n\nWords with *stress* and H<sub>2</sub>O.\n\n- one\n- two"
    write_story(site, "new", "A new story", extra=extra, body=body)
    text = records_of(site)["case-studies/new/"].text
    assert text.startswith(
        "A new story, told in one sentence. A need. A change. Staff could say yes. "
        "A heading. Words with stress and H2O. one. two."
    )
    for said in (
        "They did.", "This. That. More. Much.", "Ask the milkman.", "Leeds City Council",
        "West Yorkshire",
    ):  # fmt: skip
        assert said in text


def test_record_of_a_story_is_filed_under_all_that_narrows(site: SiteFolder) -> None:
    """Type, missions, place, principle and year are those of the story; the rest is for show."""
    write_story(site, "new", "A new story", extra="also_missions: [clean-energy]")
    record = records_of(site)["case-studies/new/"]
    filters = dict(record.filters)
    assert set(filters) == {"type", "mission", "place", "principle", "year"}
    assert filters["type"] == ("Case study",)
    assert len(filters["mission"]) == 2
    assert filters["place"] == ("Leeds, England",)
    assert filters["year"] == ("2025",)
    assert record.facts.startswith("Case study, ")
    assert record.facts.endswith(", Leeds, England, March 2025")
    assert (record.accent, record.day) == ("health", "2025-03-05")


def test_every_kind_of_thing_can_be_found(site: SiteFolder) -> None:
    """Stories, councils, missions, principles, stewards and the like each have records."""
    write_stewardship(site)
    types = {value for one in records_of(site).values() for value in dict(one.filters)["type"]}
    assert types == {
        "Case study", "Council summary", "Mandate letter", "Mission", "Page", "Partner", "Place",
        "Principle", "Promise", "Steward",
    }  # fmt: skip


def test_what_is_said_of_a_hidden_commitment_can_not_be_found(site: SiteFolder) -> None:
    """A council's word on a promise that is not shown is not searched."""
    site.edit("content/council/2025-q1.md", "---\n", "---\nstatus: draft\n")
    site.edit("content/council/2025-q2.md", "note: ", "note: Hush. ")
    assert not any("Hush" in one.text for one in records_of(site).values())
    site.edit("content/council/2025-q1.md", "status: draft\n", "")
    assert "Hush" in records_of(site)["council/2025-q2/"].text


def test_page_of_search_stays_small_however_many_stories(site: SiteFolder) -> None:
    """It leads to letters and quarters, never to a story."""
    few = page_of(site)
    write_stories(site, 100)
    many = page_of(site)
    assert len(many.letters) <= 28
    assert len(many.quarters) - len(few.quarters) == 2
    assert not any("case-studies/" in link.address for link in many.quarters)


def test_page_of_search_without_script_shows_no_control(site: SiteFolder) -> None:
    """The box, the filters and the buttons wait in a template until the script takes them out."""
    site.build()
    page = lxml.html.fromstring(site.page("search/index.html"))
    (template,) = page.iter("template")
    assert len([*template.iter("form", "input", "select", "button")]) > 5
    for control in ("form", "input", "select", "button", "label"):
        assert page.xpath(f"//{control}[not(ancestor::template)]") == []
    assert page.xpath("//main//a[contains(@href, 'a-z/')]")
    assert page.xpath("//main//a[contains(@href, 'quarters/')]")


def test_script_of_search_is_on_its_page_only_and_named_after_its_bytes(site: SiteFolder) -> None:
    """No other page has it; a new script has a new name; it has no comment and no indent."""
    site.build()
    (name,) = (name for name in site.files() if re.fullmatch(r"assets/search-\w{12}\.js", name))
    pages = {path for path, data in site.files().items() if name.encode() in data}
    assert pages == {"search/index.html"}
    lines = site.page(name).split("\n")
    assert all(line and line == line.strip() and not line.startswith("//") for line in lines)


def test_script_of_search_keeps_within_its_budget(site: SiteFolder) -> None:
    """Ours is at most 3 KB on the wire, on top of Pagefind's own."""
    site.build()
    (name,) = (name for name in site.files() if name.endswith(".js") and "assets/" in name)
    assert len(gzip.compress(site.files()[name])) <= 3000


def test_site_with_nothing_to_find_has_no_script_and_no_index(empty_site: SiteFolder) -> None:
    """Without a record there is no box, no script and no policy for one."""
    settings = empty_site.settings()
    outputs = compose(relate(Content(), Viewer()), settings, read_theme(settings.theme))
    (page,) = (one.inputs for one in outputs if isinstance(one.inputs, SearchPage))
    assert page.script is None
    assert "script" not in page.page.policy
    assert not any(isinstance(one.inputs, SearchIndex) for one in outputs)


@pytest.mark.parametrize(("language", "known"), [("en-GB", "en"), ("cy", "cy")])
def test_index_is_of_the_language_without_its_country(
    site: SiteFolder, language: str, known: str
) -> None:
    """Pagefind looks for "en" on a page in en-GB; an index of "en-GB" would not be found."""
    settings = site.settings().model_copy(update={"language": language})
    outputs = compose(site.record(), settings, read_theme(settings.theme))
    (index,) = (one.inputs for one in outputs if isinstance(one.inputs, SearchIndex))
    assert index.language == known
