"""HTML where Markdown does better, and styles that never reach a page."""

import re
from collections.abc import Iterator

from site_builder.check.rules.rule import ANY, Found, Rule, found
from site_builder.check.rules.writing import Writing

_ELEMENT = re.compile(r"<(table|img)\b", re.I)
_NEEDS_HTML = re.compile(r"\b(?:row|col)span\s*=|<caption\b|<t[dh]\b[^>]*>\s*<(?:ul|ol|p)\b", re.I)
_INSTEAD = {
    "table": "Write a row of headings, a row of | --- | for each, and the rows, with | between.",
    "img": "Write ![What it shows](../images/name.jpg)",
}
_STYLE = re.compile(r"<(?!iframe)([a-z]\w*)\b[^<>]*\sstyle\s*=|<(font|center)\b", re.I)


def html_for_markdown(writing: Writing) -> Iterator[Found]:
    """Yield each table and image in HTML that Markdown could say as well."""
    if "<" not in writing.markdown:
        return
    for one in _ELEMENT.finditer(writing.markdown):
        name = one[1].lower()
        end = writing.markdown.lower().find("</table>", one.start())
        if name == "table" and _NEEDS_HTML.search(writing.markdown, one.start(), max(end, 0)):
            continue
        yield found(one.start(), name=name, instead=_INSTEAD[name])


def styles(writing: Writing) -> Iterator[Found]:
    """Yield the first style of a file that is written in its text; one is told for all."""
    if "<" in writing.markdown and (one := _STYLE.search(writing.markdown)):
        written = f'<{one[1]} style="…">' if one[1] else f"<{one[2]}>"
        yield found(one.start(), written=written)


RULES = (
    Rule(
        id="html-for-markdown",
        grade="hint",
        asks="Tables and images are written in Markdown where it can say them.",
        what="`<{name}>` is HTML, which is hard to read and to mend.",
        fix="{instead}",
        because="What is easy to read in the file is put right when it is wrong.",
        find=html_for_markdown,
        languages=ANY,
    ),
    Rule(
        id="style-in-text",
        grade="hint",
        asks="How things look is the theme's; no text has styles of its own.",
        what="`{written}` has no effect: how things look is the theme's.",
        fix="Take it out, and whatever else in this file says how things look.",
        because="Colours and sizes of one author's own fail in dark, in print and on a phone.",
        find=styles,
        languages=ANY,
    ),
)
