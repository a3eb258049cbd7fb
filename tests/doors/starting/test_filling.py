"""Blanks of a profile's files: whatever is filled in is read back as it was typed."""

import json

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from lxml.html import fragments_fromstring

from site_builder.doors.starting.filling import (
    OF_EVERY_RECORD,
    as_value,
    filled,
    in_yaml,
    unknown_blanks,
)
from site_builder.read.front_matter import plain_yaml
from site_builder.read.prose.prose import convert

NAMES = (
    "Leeds & Co: the Board",
    "Board #5",
    "NO",
    "2024-06-25",
    "12:30",
    "0x1F",
    "'Quoted' and \"quoted\"",
    "- a dash",
    "[brackets]",
    "@ county",
    "Smith_Jones and *Sons*",
    "<b>Bold</b> `code` \\ end",
    "Tŷ Cynnes",
    "null",
    "1. FC",
    "# Board",
    "+ Plus",
    "Board {: #board}",
)
LINE = st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"])).map(str.strip)


@pytest.mark.parametrize("name", NAMES)
def test_name_is_read_back_from_settings_and_front_matter(name: str) -> None:
    """YAML of settings, of registers and of front matter has the name as it was typed."""
    text = b"site_author: [[name]]\nlist:\n  - [[name]]\n"
    made = filled("mkdocs.yml", text, {"name": name}).decode()
    assert yaml.safe_load(made) == {"site_author": name, "list": [name]}
    assert plain_yaml.load(made) == {"site_author": name, "list": [name]}
    page = filled("a.md", b"---\ntitle: About [[name]]\n---\nText.\n", {"name": name}).decode()
    assert plain_yaml.load(page.split("---\n")[1]) == {"title": f"About {name}"}


@given(LINE.filter(bool))
def test_any_line_is_read_back(name: str) -> None:
    """Whatever fits on a line is one value."""
    made = in_yaml("a: [[name]]\nb: [[name]] and more\n", {"name": name})
    assert plain_yaml.load(made) == {"a": name, "b": f"{name} and more"}


@pytest.mark.parametrize("name", NAMES)
def test_name_is_shown_as_it_is_in_a_text(name: str) -> None:
    """No name becomes markup of a page."""
    made = filled("a.md", b"---\ntitle: A\n---\n[[name]] is here.\n", {"name": name}).decode()
    (paragraph,) = fragments_fromstring(convert(made.split("---\n")[2], "a").html)
    assert (paragraph.tag, list(paragraph)) == ("p", [])
    assert (paragraph.text or "").split() == f"{name} is here.".split()


def test_text_in_front_matter_stays_plain_where_it_can() -> None:
    """Nothing is quoted that need not be: `new` writes dates and words as people would."""
    assert as_value("2025-03-05") == "2025-03-05"
    assert as_value("NO") == "NO"
    assert as_value("NO", is_front_matter=False) == '"NO"'


def test_line_without_an_answer_is_a_comment() -> None:
    """A setting that nobody knows yet stands there to be filled in."""
    made = filled("mkdocs.yml", b"a: 1\n  site_url: [[address]]\n", {"address": ""})
    assert made == b"a: 1\n  # site_url:\n"


def test_lines_of_settings_stand_where_their_blank_does() -> None:
    """Each is indented as the blank was, and an empty one stays empty."""
    lines = {"settings": "a: 1\n\nb:\n  c: 2\n"}
    made = in_yaml("plugins:\n  - missions:\n      [[settings]]\n", lines)
    assert yaml.safe_load(made) == {"plugins": [{"missions": {"a": 1, "b": {"c": 2}}}]}
    assert "\n\n" in made


def test_names_in_json_and_files_that_are_no_text() -> None:
    """JSON stays JSON; a picture stays as it is."""
    name = 'A "b" \\'
    assert json.loads(filled("a.json", b'{"a": "[[name]]"}', {"name": name})) == {"a": name}
    assert filled("a.png", b"[[name]]\xff\r\n", {"name": "A"}) == b"[[name]]\xff\r\n"


def test_blank_of_no_name_is_told_with_its_line() -> None:
    """A slip in a blank is named, with what was meant."""
    files = {"content/a.md": b"---\ntitle: A\n---\n[[nmae]]\n"}
    (problem,) = unknown_blanks(files, OF_EVERY_RECORD)
    assert (problem.path, problem.position.line) == ("content/a.md", 4)
    assert 'Did you mean "name"?' in problem.fix
