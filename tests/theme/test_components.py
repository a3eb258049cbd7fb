"""What the macros of the theme say, and to whom, with values as a page gives them."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import lxml.html
import pytest

from site_builder.compose.items.outcomes import figures, outcome_views
from site_builder.compose.items.ways_to_take_part import WayView
from site_builder.compose.views.page import Link
from site_builder.publish.renderer import Renderer
from site_builder.read.theme.theme import Theme, read_theme
from site_builder.read.types.case_study import Outcome, Voice
from site_builder.read.types.council_summary import PublicQuestion

THEME = read_theme(Path(__file__).parent.parent.parent / "themes" / "civic", "en-GB")


@dataclass(frozen=True)
class Given:
    """Inputs of a template that calls one macro."""

    values: Any


def element(component: str, macro: str, values: Any, more: str = "") -> lxml.html.HtmlElement:
    """Return what a macro makes of some values, inside of one element."""
    text = (
        f'{{% from "components/{component}/template.html" import {macro} %}}'
        f"<main>{{{{ {macro}(values{more}) }}}}</main>"
    )
    theme = Theme((*THEME.templates, ("one.html", text)), "", THEME.words)
    return lxml.html.fromstring(Renderer(theme).fragment("one.html", Given(values)))


def words(found: lxml.html.HtmlElement) -> str:
    return " ".join(found.text_content().split())


def outcomes(*given: dict[str, Any]) -> lxml.html.HtmlElement:
    views = outcome_views([Outcome(**{"text": "Less noise.", **one}) for one in given])
    return element("outcomes", "outcomes", figures(views))


PAIR: dict[str, Any] = {"before": 503, "after": 253, "unit": "alarms", "source": "1"}
VALUE: dict[str, Any] = {"value": 140, "unit": "£ million", "period": "2025", "for_whom": "People"}


def test_outcomes_table_has_a_caption_and_a_header_for_each_cell() -> None:
    """A screen reader says of each figure what it is of, and whether it is before or after."""
    pairs, values = outcomes(PAIR, PAIR, VALUE, VALUE).iter("table")
    for table in (pairs, values):
        assert words(table.find("caption"))
        assert [one.get("scope") for one in table.findall("thead/tr/th")] == ["col", "col"]
    groups = pairs.findall("tbody")
    assert [len(group.findall("tr/th[@scope='rowgroup'][@colspan='2']")) for group in groups] == [
        1,
        1,
    ]
    assert [len(group.findall("tr/td")) for group in groups] == [2, 2]
    rows = values.findall("tbody/tr")
    assert [(row[0].get("scope"), row[1].tag, len(row)) for row in rows] == [("row", "td", 2)] * 2


def test_outcomes_table_tells_what_the_bars_show() -> None:
    """The bars are hidden from screen readers, and each stands with its number in words."""
    found = outcomes(PAIR)
    before, after = found.findall(".//td")
    assert (words(before), words(after)) == ("503 alarms", "253 alarms")
    assert found.find(".//tbody//th//a").get("href") == "#_source-1"
    assert [bar.get("aria-hidden") for bar in found.iter("svg")] == ["true", "true"]


def test_outcomes_table_of_bars_says_where_they_start() -> None:
    """A reader is told that no bar is cut, where there are bars."""
    assert "zero" in words(outcomes(PAIR))
    assert "zero" not in words(outcomes({**PAIR, "before": -1}))
    assert "zero" not in words(outcomes(VALUE))


def test_single_figure_has_whom_period_and_number() -> None:
    """One figure stands in a table of its own, without a column for what was before."""
    found = outcomes(VALUE)
    assert words(found.find(".//tbody/tr/th")) == "Less noise. For whom: People. Period: 2025."
    assert words(found.find(".//tbody/tr/td")) == "£140 million"
    assert "Before" not in words(found)


def test_outcome_without_figure_stays_a_sentence() -> None:
    """Words make no table."""
    found = outcomes({"source": "2"})
    assert list(found.iter("table")) == []
    assert words(found.find(".//li")) == "Less noise. Source 2"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ({"name": "Ada"}, "Ada, a tenant"),
        ({"pseudonym": "Bea"}, "Bea (not their real name), a tenant"),
        ({}, "a tenant"),
    ],
)
def test_quote_says_who_spoke_and_that_a_pseudonym_is_one(name: dict[str, str], said: str) -> None:
    """Nobody is led to think that a made-up name is real."""
    found = element("quote", "quotes", (Voice(role="a tenant", quote="I < hear.", **name),))
    assert words(found.find("figure/blockquote")) == "I < hear."
    assert words(found.find("figure/figcaption")) == said


@pytest.mark.parametrize(("more", "leads_to"), [("", None), (", links=true", "#_source-1")])
def test_quote_from_a_source_says_which(more: str, leads_to: str | None) -> None:
    """On its page the source is a link; in a feed, where nothing would be at its end, it is not."""
    voice = Voice(name="Ada Example", role="a nurse", quote="Hello.", source="1")
    caption = element("quote", "quotes", (voice,), more).find("figure/figcaption")
    assert words(caption) == "Ada Example, a nurse (Source 1)"
    link = caption.find("a")
    assert (None if link is None else link.get("href")) == leads_to


@pytest.mark.parametrize(
    ("answer", "by", "said"),
    [
        ("Yes.", "The chair", "Yes.Answered by: The chair."),
        ("Yes.", None, "Yes."),
        (None, "The chair", "There is no answer yet.To be answered by: The chair."),
        (None, None, "There is no answer yet."),
    ],
)
def test_question_without_answer_says_so(answer: str | None, by: str | None, said: str) -> None:
    """An open question is not left out, and not left blank."""
    asked = PublicQuestion(question="Why?", answer=answer, by=by)
    found = element("questions", "questions", (asked,))
    assert (words(found.find("dl/dt")), words(found.find("dl/dd"))) == ("Why?", said)


WAY = WayView("Come", "Walk in.", None, None, None, None, None)


@pytest.mark.parametrize(
    ("way", "link", "last"),
    [
        (WAY, None, "At any time."),
        (
            WayView(
                "Come", "Walk in.", "https://example.org/", None, None, "3 June 2025", "2025-06-03"
            ),
            ("Come", "https://example.org/"),
            "Until 3 June 2025.",
        ),
        (
            WayView("Come", "Walk in.", None, "a@example.org", None, None, None),
            ("a@example.org", "mailto:a@example.org"),
            "At any time.",
        ),
        (
            WayView("Come", "Walk in.", None, None, Link("About", "about/"), None, None),
            ("Come", "../about/"),
            "At any time.",
        ),
    ],
)
def test_way_says_where_and_until_when(
    way: WayView, link: tuple[str, str] | None, last: str
) -> None:
    """Each way leads somewhere if it can, and says whether there is still time."""
    found = element("take-part", "ways", (way,), ', "../"')
    links = [(words(one), one.get("href")) for one in found.iter("a")]
    assert links == ([link] if link else [])
    assert words(found.findall(".//p")[-1]) == last
    assert [one.get("datetime") for one in found.iter("time")] == (
        [way.until_datetime] if way.until_datetime else []
    )
