"""A table says what it shows and what is in each column, and fits on a phone."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from site_builder.check.rules.rule import ANY, Found, Rule, found
from site_builder.check.rules.writing import Writing

MOST_COLUMNS = 5
_TABLE = re.compile(r"<table\b.*?</table>", re.S)
_ROW = re.compile(r"<tr\b.*?</tr>", re.S)
_CELL = re.compile(r"<(t[hd])\b[^>]*>(.*?)</t[hd]>", re.S)
_TAG = re.compile(r"<(?!img)[^>]*>")
_LEADS_IN = re.compile(
    r"(?:</p>|</h[1-6]>|</summary>|</li>)\s*(?:</?(?:div|figure|ul|ol)[^>]*>\s*)*\Z"
)
_IN_MARKDOWN = re.compile(r"^[ >]*\|?[ ]*:?-+:?[ ]*(?:\|[ ]*:?-*:?[ ]*)+$", re.M)
_IN_HTML = re.compile(r"<table\b", re.I)


@dataclass(frozen=True)
class Table:
    """A table as the page has it."""

    at: int
    """How far into the body it is."""
    html: str
    before: str
    """The HTML right before it."""

    @property
    def rows(self) -> list[list[tuple[str, str]]]:
        """The cells of each row: its element and its words."""
        rows = _ROW.findall(self.html)
        return [[(tag, _words(inner)) for tag, inner in _CELL.findall(row)] for row in rows]


def _words(inner: str) -> str:
    return _TAG.sub("", inner).replace("&nbsp;", " ").strip()


def tables_of(writing: Writing) -> Iterator[Table]:
    """Yield the tables of a text, each with its place."""
    page = writing.item.prose.html
    if "<table" not in page:
        return
    lines = [one.start() for one in _IN_MARKDOWN.finditer(writing.markdown)]
    raw = [one.start() for one in _IN_HTML.finditer(writing.markdown)]
    places = sorted([*(writing.markdown.rfind("\n", 0, max(at - 1, 0)) + 1 for at in lines), *raw])
    for number, table in enumerate(_TABLE.finditer(page)):
        at = places[min(number, len(places) - 1)] if places else 0
        yield Table(at, table[0], page[max(0, table.start() - 300) : table.start()])


def without_headers(writing: Writing) -> Iterator[Found]:
    """Yield each table of which no cell is a heading."""
    for table in tables_of(writing):
        cells = [cell for row in table.rows for cell in row]
        if len(cells) > 2 and not any(tag == "th" and words for tag, words in cells):
            yield found(table.at)


def empty_headers(writing: Writing) -> Iterator[Found]:
    """Yield each table with a column whose heading has no words, but for the corner."""
    for table in tables_of(writing):
        first = table.rows[0] if table.rows else []
        has_words = any(tag == "th" and words for tag, words in first)
        empty = [number for number, (_, words) in enumerate(first, 1) if number > 1 and not words]
        if has_words and empty:
            yield found(table.at, column=empty[0])


def without_caption(writing: Writing) -> Iterator[Found]:
    """Yield each table that neither a caption nor a heading or sentence right above it names."""
    for table in tables_of(writing):
        if "<caption" not in table.html and not _LEADS_IN.search(table.before):
            yield found(table.at)


def wide_tables(writing: Writing) -> Iterator[Found]:
    """Yield each table with more columns than a phone can show."""
    for table in tables_of(writing):
        columns = max((len(row) for row in table.rows), default=0)
        if columns > MOST_COLUMNS:
            yield found(table.at, columns=columns)


RULES = (
    Rule(
        id="table-without-header",
        grade="warning",
        asks="A table has headings over its columns.",
        what="The table that starts here has no headings.",
        fix="Write in its first row what each column holds; in HTML, with <th> for each.",
        because="WCAG 2.2, 1.3.1: a screen reader says the heading before each cell.",
        find=without_headers,
        languages=ANY,
    ),
    Rule(
        id="empty-table-header",
        grade="hint",
        asks="Every column of a table has a heading, but for the corner.",
        what="Column {column} of the table that starts here has no heading.",
        fix="Write in the first row what the column holds.",
        because="WCAG 2.2, 1.3.1: a screen reader says the heading before each cell.",
        find=empty_headers,
        languages=ANY,
    ),
    Rule(
        id="table-without-caption",
        grade="hint",
        asks="A sentence or a heading right above a table, or its caption, says what it shows.",
        what="Nothing says what the table that starts here shows.",
        fix="Write a sentence or a heading right above it; in HTML, a <caption>.",
        because="WCAG 2.2, 1.3.1; who hears a table must decide whether to go through it.",
        find=without_caption,
        languages=ANY,
    ),
    Rule(
        id="wide-table",
        grade="hint",
        asks="A table has at most 5 columns.",
        what="The table that starts here has {columns} columns; a phone shows 5 at most.",
        fix="Make two tables of it, or leave out what few need and link to the data.",
        because="WCAG 2.2, 1.4.10: nobody should have to scroll sideways to compare.",
        find=wide_tables,
        languages=ANY,
    ),
)
