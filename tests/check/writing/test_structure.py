"""A text has no title of its own, headings with words, and only HTML that may be published."""

import pytest

from tests.conftest import SiteFolder

ABOUT = "content/pages/about.md"


def found(site: SiteFolder, text: str) -> list[tuple[str, int, int]]:
    """Return rule, line (from the first of the text) and column of each problem of a text."""
    site.write(ABOUT, f"---\ntitle: About\nsummary: What this is.\n---\n{text}\n")
    places = [(one.rule, one.position) for one in site.problems()]
    return [(rule, at.line - 4, at.column) for rule, at in places]


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("## Fine\n\n### Also fine", []),
        ("`# code`\n\n    # code\n\n```\n# code\n```", []),
        ("# Big", [("title-in-text", 1, 1)]),
        ("Words\n\n# Big\n\n# Big", [("title-in-text", 3, 1), ("title-in-text", 5, 1)]),
        ("Big\n===", [("title-in-text", 1, 1)]),
        ("<h1>Big</h1>", [("title-in-text", 1, 1)]),
        ("> # Big *and* `quoted`", [("title-in-text", 1, 1)]),
        ("## A\n\n##\n\n## B", [("empty-heading", 3, 1)]),
        ("## A {#_top}", [("reserved-id", 1, 8)]),
        ("## A {#x}\n\nText.\n{: #x }", [("repeated-id", 4, 5)]),
        ("[there](#x)\n\nText.\n{: #x }", []),
    ],
)
def test_heading_slips_are_named_at_their_line(
    site: SiteFolder, text: str, problems: list[tuple[str, int, int]]
) -> None:
    """However a heading is written, it is found where it stands; code is left alone."""
    assert found(site, text) == problems


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("A script, then <script>x</script>", [(1, 16)]),
        ("`<script>`\n\n<SCRIPT>x</SCRIPT>", [(3, 1)]),
        ("<b onclick='x'>y</b>\n\n<i onclick='x'>y</i>", [(1, 4), (3, 4)]),
        ('Onclick: <b onclick = "x">y</b>', [(1, 13)]),
        ("*x*{onclick=y}", [(1, 5)]),
        ("[a](javascript:b) [c](javascript:b)", [(1, 5), (1, 23)]),
        ("<p>\n<!doctype html>\n</p>", [(2, 1)]),
        ("<div>\n<![if x]>\n</div>", [(2, 1)]),
    ],
)
def test_refused_html_is_named_wherever_it_stands(
    site: SiteFolder, text: str, places: list[tuple[int, int]]
) -> None:
    """Each element, attribute and address has its own place; words like it have none."""
    assert found(site, text) == [("refused-html", *place) for place in places]
