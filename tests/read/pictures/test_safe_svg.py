"""Drawings made safe: whatever could run or ask elsewhere is named with its line, and gone."""

import pytest

from site_builder.read.pictures.safe_svg import safe_svg

HEAD = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
    'viewBox="0 0 30 20">\n'
)


def drawing(inside: str) -> bytes:
    return f"{HEAD}{inside}\n</svg>".encode()


@pytest.mark.parametrize(
    ("inside", "said", "word"),
    [
        ("<script>alert(1)</script>", "`<script>` may not be published", "alert"),
        ('<g><script href="https://x.example/a.js"/></g>', "`<script>`", "x.example"),
        ('<rect onclick="go()"/>', "`onclick` on `<rect>` runs a script", "go()"),
        ('<rect ONLOAD="go()"/>', "`ONLOAD` on `<rect>` runs a script", "go()"),
        (
            '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>',
            "`<foreignObject>`",
            "<p",
        ),
        ('<image href="https://x.example/a.png"/>', "shows what stands in another", "x.example"),
        ('<image xlink:href="//x.example/a.png"/>', "shows what stands in another", "x.example"),
        ('<use xlink:href="other.svg#a"/>', "shows what stands in another", "other.svg"),
        ('<image href="data:image/svg+xml,x"/>', "shows what stands in another", "data:"),
        ('<a href=" java&#10;script:go()"><path/></a>', "runs a script", "script:"),
        ('<a xlink:href="data:text/html,x"><path/></a>', "runs a script", "data:"),
        ('<set attributeName="xlink:href" to="x"/>', "changes where a link leads", "attributeName"),
        ('<style>@import "https://x.example/a.css";</style>', "asks another site", "x.example"),
        ("<style>@im\\70ort 'https://x.example'</style>", "asks another site", "x.example"),
        ("<style>a{fill:u/**/rl(https://x.example)}</style>", "asks another site", "x.example"),
        ('<rect style="fill:url(https://x.example/a)"/>', "asks another site", "x.example"),
        ("<rect fill=\"url( '//x.example/a')\"/>", "asks another site", "x.example"),
    ],
)
def test_what_runs_or_leads_away_is_named_and_taken_out(inside: str, said: str, word: str) -> None:
    drawn = safe_svg(drawing(f"<g/>\n{inside}"))
    (slip,) = drawn.slips
    assert said in slip.what
    assert slip.line == 3
    assert word not in drawn.data.decode()


@pytest.mark.parametrize(
    "inside",
    [
        '<defs><linearGradient id="g"/></defs><rect fill="url(#g)"/>',
        '<use href="#a"/><use xlink:href="#a"/>',
        '<image href="data:image/png;base64,iVBORw0KGgo="/>',
        '<a href="https://www.example.org/"><path d="M0 0"/></a>',
        "<style>.a{fill:#123456;mask:url(#m)}</style>",
        "<title>A tree</title><desc>It stands.</desc>",
    ],
)
def test_what_is_safe_stays_as_it_is(inside: str) -> None:
    drawn = safe_svg(drawing(inside))
    assert drawn.slips == ()
    assert inside.encode() in drawn.data.replace(b' xmlns="http://www.w3.org/2000/svg"', b"")
    assert drawn.size == (30, 20)


def test_what_a_drawing_program_notes_for_itself_is_left_out_in_silence() -> None:
    noted = (
        "<!-- made by Ada Secret --><metadata>Ada Secret</metadata>"
        '<i:namedview xmlns:i="http://inkscape" i:docname="/home/ada/Secret.svg"/>'
        '<g xmlns:i="http://inkscape" i:label="/home/ada">kept</g>'
    )
    drawn = safe_svg(drawing(noted))
    assert drawn.slips == ()
    assert b"ecret" not in drawn.data
    assert b"ada" not in drawn.data
    assert b"<g>kept</g>" in drawn.data


@pytest.mark.parametrize("data", [b"", b"\0\0", b"<svg", b"<p/>", b"<svg/>", b"GIF89a"])
def test_what_is_no_drawing_has_no_bytes(data: bytes) -> None:
    drawn = safe_svg(data)
    assert drawn.data == b""
    assert len(drawn.slips) == 1


def test_entities_are_refused_and_never_grown() -> None:
    entities = '<!DOCTYPE svg [<!ENTITY a "aaaa">\n<!ENTITY b "&a;&a;&a;">]>\n'
    drawn = safe_svg(entities.encode() + drawing("<text>&b;</text>"))
    assert "entities" in drawn.slips[0].what
    assert b"aaaa" not in drawn.data
