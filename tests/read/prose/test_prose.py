"""Markdown becomes clean HTML, with its headings, links and images, by a pure function."""

import pytest

from site_builder.read.prose.prose import (
    LONGEST_PARAGRAPH,
    Heading,
    Link,
    Prose,
    ProseImage,
    ProseTooTangled,
    convert,
)

EVERYTHING = """## On *call*

A [link](a.md "title"), a [second](a.md), an <abbr title="x">A</abbr> and ABC.

*[ABC]: Alphabet

[ref]: b.md#c

See [ref]. ![A graph](g.png) ![](h.png){decorative=true}

| a | b |
|---|--:|
| 1 | 2 |

```python
<script>
```
"""


def test_same_text_gives_same_prose_whatever_came_between() -> None:
    """Nothing of one text is left over for the next."""
    first = convert(EVERYTHING)
    for other in ("# ABC\n\n[ref]", "## On call\n\n## On call", "<div>", "", "*[A]: b\n\nA [ref]"):
        convert(other)
    assert convert(EVERYTHING) == first
    assert convert("ABC and [ref]").html == "<p>ABC and [ref]</p>"


def test_headings_have_levels_ids_and_words() -> None:
    """A heading's id is made of its words; the second of two alike is numbered."""
    prose = convert("## On *call* & off\n\n### Où?\n\n## On call off\n\n## ???\n")
    assert prose.headings == (
        Heading(2, "on-call-off", "On call & off"),
        Heading(3, "où", "Où?"),
        Heading(2, "on-call-off_1", "On call off"),
        Heading(2, "section", "???"),
    )


def test_links_have_addresses_as_written_and_are_counted() -> None:
    """Each link is listed with its words, and which of those with the same address it is."""
    prose = convert("[a](x.md?b=1&c=2) [*b*](x.md?b=1&c=2) <https://e.org/> `[no](code.md)`")
    assert prose.links == (
        Link("x.md?b=1&c=2", "a", 0),
        Link("x.md?b=1&c=2", "b", 1),
        Link("https://e.org/", "https://e.org/", 0),
    )


def test_images_say_whether_they_are_decorative() -> None:
    """An image is decorative only when its author says so; its alternative text is then empty."""
    prose = convert("![A graph](g.png) ![](g.png) ![x](h.png){decorative=true}")
    assert prose.images == (
        ProseImage("g.png", "A graph", decorative=False, occurrence=0),
        ProseImage("g.png", "", decorative=False, occurrence=1),
        ProseImage("h.png", "", decorative=True, occurrence=0),
    )
    assert '<img alt="" role="presentation" src="h.png">' in prose.html


def test_tables_have_scopes_and_no_styles() -> None:
    """Headers say that they head a column; alignment is a class, since styles are refused."""
    html = convert("| a | b |\n|---|--:|\n| 1 | 2 |\n").html
    assert '<th scope="col">a</th>' in html
    assert '<td class="align-right">2</td>' in html
    assert "style" not in html


def test_table_corner_without_words_heads_nothing() -> None:
    """An empty corner is no header; a header in bold or with a picture is one."""
    html = convert("|  | **b** |\n|---|---|\n| 1 | 2 |\n").html
    assert "<td></td>" in html
    assert '<th scope="col"><strong>b</strong></th>' in html


@pytest.mark.parametrize(
    ("text", "forbidden"),
    [
        ("<script>alert(1)</script>", ("<script",)),
        ("<SCRIPT src=x></SCRIPT>", ("<script",)),
        ('A <b onclick="x()">b</b>', ("onclick",)),
        ('<iframe src="https://e.org"></iframe>', ("<iframe",)),
        ('<p style="color:red">x</p>', ()),
        ('<b onclick="x">b</b><iframe srcdoc="x"></iframe>', ("onclick", "<iframe")),
        ("![](x.jpg){decoratve=true}", ("decoratve",)),
        ("a <name> b", ("<name",)),
        ("[x](javascript:alert(1))", ("javascript:alert(1)",)),
        ("[x](JaVaScRiPt:alert(1))", ("JaVaScRiPt:alert(1)",)),
        ("[x](data:text/html,x)", ("data:text/html,x",)),
        ("![x](vbscript:x)", ("vbscript:x",)),
        ('[x](javascript:x "A title")', ("javascript:x",)),
        ("*A word*{onclick=x}\n{: onclick=x }", ("onclick",)),
        ('<svg onload="x"></svg>', ("<svg",)),
        ("<form><input></form>", ("<form", "<input")),
        ("<style>p {}</style>", ("<style",)),
        ('<meta http-equiv="refresh">', ("<meta",)),
    ],
)
def test_html_outside_the_list_is_named_and_gone(text: str, forbidden: tuple[str, ...]) -> None:
    """What may not be published is named for its author and is not in the HTML."""
    prose = convert(text)
    assert prose.forbidden == forbidden
    for sign in ("<script", "onclick", "<iframe", "style", "script:", "data:", "<svg", "<form"):
        assert sign not in prose.html.lower()


@pytest.mark.parametrize(
    "text",
    [
        "H<sub>2</sub>O, <kbd>Esc</kbd>, <mark>new</mark>",
        '<abbr title="National Health Service">NHS</abbr>',
        "<details>\n<summary>More</summary>\n<p>Words</p>\n</details>",
        '<p lang="cy">Bore da</p>',
        '<a href="x" target="_blank" rel="noopener" class="b">x</a> <font color="red">y</font>',
        '<table width="3" border="1" align="left"><tr><td scope="row" nowrap>x</td></tr></table>',
        '<img src="a.jpg" alt="x" loading="lazy" data-x="1" srcset="b.jpg 2x">',
        "<center>x</center><section>y</section>",
        "`<script>` in code, and 1 < 2 > 0",
        "    <script>\n",
        "```\n<iframe onclick=x>\n```",
        "[x](mailto:a@example.org) [y](tel:+441) [z](../a.md) [w](#b)",
        "<!-- a remark -->",
    ],
)
def test_html_on_the_list_is_not_blamed(text: str) -> None:
    """Text-level HTML, code and the four kinds of address may stay."""
    assert convert(text).forbidden == ()


@pytest.mark.parametrize("text", ["<h1><![\n)", "?>\n<div><![word<?)", "<p>\n<![if x]>\n</p>"])
def test_section_that_opens_nothing_is_named_and_never_raises(text: str) -> None:
    """A `<![` that HTML does not know ends in a word to its author, not in an exception."""
    assert "<![" in convert(text).forbidden


def test_addresses_are_put_in_and_escaped() -> None:
    """Each link leads where the page says, each image is what it says, and all else stays."""
    prose = convert('[a](b.md) ![c](d.png) <span title="href">b.md</span>')
    html = prose.shown(
        lambda address: f'/x?{address}&"<', lambda has: f"{has['src']}|{has['alt']}", str.upper
    )
    assert html.count("/x?b.md&amp;&quot;&lt;") == 1
    assert "</a> d.png|c <span" in html
    assert ">b.md</span>" in html


def test_words_are_counted_without_markup() -> None:
    """Tags are no words and part no words from each other."""
    assert convert("One *two* [three](x.md)\n\n- four\n").words == 4
    assert Prose().words == 0


@pytest.mark.parametrize(
    "text",
    ["a" * (LONGEST_PARAGRAPH + 1), "[" * 501, "<b>" * 1_001, "```\n" * 1_001],
)
def test_text_no_one_could_follow_is_refused(text: str) -> None:
    """Beyond reason, a text is refused in words, and not converted."""
    with pytest.raises(ProseTooTangled, match="the most that is read"):
        convert(text)
    assert convert("Fine.").html == "<p>Fine.</p>"


PEOPLED = """\
![One](a.jpg){people=bron} and ![Two](a.jpg){people="bron, ada" title="T"}

[![Three](b.jpg){people=none}](x.md)

<figure><img src="c.jpg" alt="Four" people="ada"><figcaption>Under it</figcaption></figure>

![Five](d.jpg)
"""


def test_image_says_whose_consent_it_has_and_the_html_does_not() -> None:
    """Who can be recognised is for the build; no page says it."""
    prose = convert(PEOPLED)
    people = [("bron",), ("bron", "ada"), (), ("ada",), None]
    assert [image.people for image in prose.images] == people
    assert "people" not in prose.html
    assert "ada" not in prose.html
    assert prose.forbidden == ()


@pytest.mark.parametrize(
    ("gone", "left", "lost"),
    [
        ({0}, ["Two", "Three", "Four", "Five"], ["One"]),
        ({1}, ["One", "Three", "Four", "Five"], ["Two", 'title="T"']),
        ({2}, ["One", "Two", "Four", "Five"], ["Three", "x.md"]),
        ({3}, ["One", "Two", "Three", "Five"], ["Four", "Under it", "<figure"]),
        ({0, 1, 2, 3, 4}, [], ["<p></p>", "<a", "\0"]),
    ],
)
def test_image_that_is_taken_out_takes_its_words_along(
    gone: set[int], left: list[str], lost: list[str]
) -> None:
    """Its text, its title, its link and the caption of its figure leave no trace."""
    prose = convert(PEOPLED).without_images(gone)
    assert [image.alt for image in prose.images] == left
    assert [word for word in lost if word in prose.html] == []
    assert prose.html.count("<img") == len(left)


def test_figure_within_a_figure_goes_as_a_whole() -> None:
    """The caption of the outer one could tell who was in the inner one."""
    inner = '<figure><img src="c.jpg" alt="Four"><figcaption>In</figcaption></figure>'
    html = f"<figure>{inner}<figcaption>Out</figcaption></figure>\n\nAfter.\n"
    assert convert(html).without_images({0}).passages == ("After.",)
