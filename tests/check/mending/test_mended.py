"""What has one right answer is mended, and what has not is left to the byte."""

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from site_builder.check.mending.mended import MENDS, mended
from site_builder.read.front_matter import plain_yaml
from site_builder.read.front_matter.front_matter import split
from site_builder.read.prose.prose import convert
from site_builder.read.types.kinds import kind_named

STORY = kind_named("case study")
WIDE = "\u00a0"
HEAD = "---\ntitle: Warm homes\ndate: 2025-03-13\n---\n"

FIELDS = [
    ("title: Warm  ", "title: Warm"),
    (
        "need: |\n  Two spaces  \n  stay.\nchange: x \t",
        "need: |\n  Two spaces  \n  stay.\nchange: x",
    ),
    (f"title:{WIDE}Warm", "title: Warm"),
    (f"partners:\n{WIDE} - leeds\n  -{WIDE}bath", "partners:\n  - leeds\n  - bath"),
    (f"title: 5{WIDE}km away", None),
    ("title: “Warm homes”", 'title: "Warm homes"'),
    ("title: “Warm: a story”", 'title: "Warm: a story"'),
    ('title: ‘Say "yes"’', "title: 'Say \"yes\"'"),
    ("title: “Warm” and “cold”", None),
    ("title: He said “yes”", None),
    ("tags:\n  - “a”", 'tags:\n  - "a"'),
    ("need: |\n  title: “Warm”", None),
    ("title: Street #5", 'title: "Street #5"'),
    ("title: Street #5 and 'six'  ", "title: \"Street #5 and 'six'\""),
    ("title: Street # a comment", None),
    ('title: "Street #5"', None),
    ("mission: health #ours", None),
    ("date: 2025-03-13 #ours", None),
    ("date: 13/3/2025", "date: 2025-03-13"),
    ("date: '3/13/2025'", "date: 2025-03-13"),
    ("date: 5/5/2025", "date: 2025-05-05"),
    ("date: 2025/3/5", "date: 2025-03-05"),
    ("date: 5th March 2025", "date: 2025-03-05"),
    ("date: Sept 5, 2025", "date: 2025-09-05"),
    ("date: 5/3/2025", None),
    ("date: 5/3/25", None),
    ("date: 31/2/2025", None),
    ("title: 13/3/2025", None),
    (
        "changes: [{date: 13/3/2025}, {date: 5/3/2025}]",
        "changes: [{date: 2025-03-13}, {date: 5/3/2025}]",
    ),
    ("image: {file: a.jpg, alt: Photo of the hub}", "image: {file: a.jpg, alt: The hub}"),
    ('image:\n  alt: "An image of a picture of a bridge"', 'image:\n  alt: "A bridge"'),
    ('image:\n  alt: photo of "this" here', None),
    ("image:\n  alt: photo of 12", None),
    ("image:\n  alt: Photographs of a bridge", None),
]
TEXTS = [
    ("Text. \n", "Text.\n"),
    ("Text.  \nA new line.  \n\nEnd.\t\n", "Text.  \nA new line.\n\nEnd.\n"),
    ("Te\t\nxt.\n", None),
    ("Text.\n- \n\nTerm\n: \n", None),
    ("Text.\n   \nText.\n", "Text.\n\nText.\n"),
    ("```\ncode  \n```\n", None),
    ("```\ncode  \n", None),
    ("    code \n\n>     code \n", None),
    ("Text.", "Text.\n"),
    ("Text.\n\n\n", None),
    ("• one\n  ◦ inner\n•\ttwo\n", "- one\n  - inner\n- two\n"),
    ("One • two\n\n    `• code`\n", None),
    ("• one\n    • inner\n\n    • code\n", "- one\n    - inner\n\n    • code\n"),
    ('    <a target="_blank">\n', None),
    ("![Photo of a bridge](a.jpg)\n", "![A bridge](a.jpg)\n"),
    ("![A picture showing two nurses](a.jpg)\n", "![Two nurses](a.jpg)\n"),
    ("`![Photo of a bridge](a.jpg)`\n", None),
    ("![Photos](a.jpg) A photo of a bridge.\n", None),
    ('<img src="a.jpg" alt="image of a bridge">\n', '<img src="a.jpg" alt="A bridge">\n'),
    (
        '<a href="/x" target="_blank" rel=noopener>x</a>\n',
        '<a href="/x">x</a>\n',
    ),
    ('<td align="left" colspan=2 style="a: b">\n', "<td colspan=2>\n"),
    ('<div class="x" markdown="1">\n', None),
    ('<span lang="cy" class="x">\n', None),
    ('<img src="a.jpg" width="5">\n', None),
    ('`<a target="_blank">` and 1 < 2 target="x" > 1\n', None),
    ("[x](/y){target=_blank}\n", "[x](/y)\n"),
    ('[x](/y){: lang=cy target="_blank" }\n', "[x](/y){lang=cy}\n"),
    ("[x](/y){lang=cy}\n", None),
]


def fixed(text: str) -> str:
    return mended("content/case-studies/a.md", text, STORY).text


@pytest.mark.parametrize(("written", "right"), FIELDS)
def test_front_matter_is_mended(written: str, right: str | None) -> None:
    """A value that can only be meant in one way is written in that way; others stay."""
    before, after = (f"---\n{text}\n---\nText.\n" for text in (written, right or written))
    assert fixed(before) == after


@pytest.mark.parametrize(("written", "right"), TEXTS)
def test_text_is_mended(written: str, right: str | None) -> None:
    """What does nothing on a page goes, but where it does something."""
    assert fixed(HEAD + written) == HEAD + (right or written)


def test_line_ends_of_windows_go_and_a_mark_of_utf_8_stays() -> None:
    """A file has one kind of line end; what stands before its first fence is not judged here."""
    text = f"\ufeff{HEAD}Text.\n"
    assert fixed(text.replace("\n", "\r\n")) == text


def test_file_without_front_matter_keeps_its_text() -> None:
    """Where nobody can tell fields from text, only the ends of lines are certain."""
    assert fixed("title: “x”  \n• one") == "title: “x”  \n• one\n"


def test_entries_of_registers_are_mended() -> None:
    """A register is all front matter; its values are those of its entries."""
    text = "leeds:\n  name: “Leeds”  \n  region: Street #5"
    right = 'leeds:\n  name: "Leeds"\n  region: "Street #5"\n'
    assert mended("content/registers/places.yml", text, kind_named("place")).text == right


def test_each_slip_is_counted_under_its_name() -> None:
    """An author is told what was put right, and how often."""
    done = mended("a.md", f"{HEAD}• one\n• two \n", STORY)
    assert done.changes == {"bullets that begin no list": 2, "white space at the end of a line": 1}


@pytest.mark.parametrize("mend", MENDS, ids=lambda mend: mend.find.__name__)
def test_each_mend_is_tried_here(mend: object) -> None:
    """A mend without an example in the tables above would be one that nobody saw work."""
    found = set()
    for written in [one for one, right in FIELDS if right]:
        found |= set(mended("a.md", f"---\n{written}\n---\nText.\n", STORY).changes)
    for written in [one for one, right in TEXTS if right]:
        found |= set(mended("a.md", HEAD + written, STORY).changes)
    assert getattr(mend, "what", "") in found | {"line ends of Windows"}


VALUES = st.sampled_from(
    ["title", "date", "need", "summary", "image", "alt", "- “a”", "aliases", "tags"]
).flatmap(
    lambda name: st.sampled_from(
        [": ", f":{WIDE}", ": |\n  ", ": >\n  ", ": “", ": '", ': "', ":\n  - ", ": {alt: ", ""]
    ).flatmap(
        lambda sign: st.text("ab #“”‘’'\"•13/2025-:|{}[]\t \u00a0", max_size=14).map(
            lambda rest: f"{name}{sign}{rest}\n"
        )
    )
)
PIECES = (
    *(
        "• a",
        "  ",
        "\t",
        "\n",
        "\n\n",
        "![photo of ",
        "](x.jpg)",
        "`",
        "```\n",
        "- a",
        "# a",
        "text",
    ),
    *('<a target="_blank" href="x">', "</a>", "{target=_blank}", "    ", "\r\n", "> ", "image of "),
    *("<td style='x'>", "<img alt='photo of a'>", ")", "|", ": ", "---\n", "1. "),
)
BODIES = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)


@settings(max_examples=150, deadline=None)
@given(fields=st.lists(VALUES, max_size=4).map("".join), body=BODIES)
@example(fields="title: “a”\n", body="• • a  ")
def test_mended_file_is_left_as_it_is(fields: str, body: str) -> None:
    """Mending twice is mending once, whatever is in a file."""
    once = fixed(f"---\n{fields}---\n{body}")
    assert fixed(once) == once


@settings(max_examples=150, deadline=None)
@given(fields=st.lists(VALUES, max_size=4).map("".join))
def test_values_say_what_they_said(fields: str) -> None:
    """Fields that can be read can be read afterwards, with the same names and no word lost."""
    text = f"---\n{fields}---\nText.\n"
    try:
        before = plain_yaml.load(split("a.md", text)[0].fields)
    except plain_yaml.YamlFault:
        return
    if isinstance(before, dict) and WIDE not in fields:
        after = plain_yaml.load(split("a.md", fixed(text))[0].fields)
        assert [*after] == [*before]
        for old, new in zip(before.values(), after.values(), strict=True):
            if isinstance(old, str) and isinstance(new, str) and not re.search(r"\d", old):
                assert old.strip("“”‘’") in new or old == new


@settings(max_examples=150, deadline=None)
@given(body=BODIES)
@example(body="```")
@example(body="](x.jpg){target=_blank}")
@example(body="\t> ")
@example(body="](x.jpg)\n: ")
@example(body="\t<td style='x'>")
@example(body='```\n<a target="_blank" href="x">')
def test_page_is_the_same_but_for_what_was_named(body: str) -> None:
    """Of all mends of a text only bullets and the words of images change what readers get."""
    if "•" not in body and " of " not in body:
        whole = split("a.md", f"---\ntitle: x\n---\n{body}")[0]
        after = split("a.md", fixed(whole.text))[0]
        assert page(after.body) == page(whole.body.replace("\r\n", "\n"))


def page(body: str) -> str:
    """Return what readers get of a text; how much white space stands somewhere is not seen."""
    html = re.sub(r"[ \t]+(?=\n|$)|\s+(?=<)", "", convert(body, "a").html)
    return re.sub(r"[ \t]+", " ", html).strip()
