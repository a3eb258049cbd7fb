"""axe speaks: of each level it is asked about a fault is found, and on a sound page none."""

import pytest

from tests.browser.axe import violations, violations_of_colour
from tests.browser.conftest import Show

pytestmark = pytest.mark.browser

MORE = "<a href='https://example.org/{}'>More</a>"
DOT = "<button style='width:9px;height:9px;padding:0' aria-label={}></button>"


def rules(show: Show, html: str, css: str = "") -> set[str]:
    return {finding.fault.partition(":")[0] for finding in violations(show(html, css))}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_on_a_sound_page_finds_nothing(show: Show, scheme: str) -> None:
    """The page that every broken one starts from has no fault in either scheme."""
    page = show("<p>Some words and <a href=/x>a link</a>.</p>")
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    assert violations(page) == []


@pytest.mark.parametrize(
    ("html", "rule"),
    [
        ("<img src='data:,'>", "image-alt"),
        ("<p style='color:#777'>Pale at level AA.</p>", "color-contrast"),
        ("<p style='color:#666'>Pale at level AAA.</p>", "color-contrast"),
        ("<h4>A level left out</h4>", "heading-order"),
        (f"{MORE.format(1)} {MORE.format(2)}", "identical-links-same-purpose"),
        (f"{DOT.format('a')}{DOT.format('b')}", "target-size"),
    ],
)  # fmt: skip
def test_axe_on_a_broken_page_finds_the_fault(show: Show, html: str, rule: str) -> None:
    """Levels A, AA and AAA and best practice each report theirs."""
    assert rule in rules(show, html)


def test_axe_in_the_dark_finds_what_is_pale_there_alone(show: Show) -> None:
    """A colour that suits the light scheme is not lost sight of in the dark one."""
    page = show("<p style='color:#333'>Words</p>")
    assert violations(page) == []
    page.emulate_media(color_scheme="dark")
    assert "color-contrast" in violations(page)[0].fault
    assert "color-contrast" in violations_of_colour(page)[0].fault


SHAPES = "<svg viewBox='0 0 9 9' width=90 height=90 {}><circle r=40 fill='#999'/></svg>"


def test_axe_undecided_about_shapes_that_are_cut_off_is_overruled(show: Show) -> None:
    """Shapes beyond the edge of their drawing are not seen, so the words there are clear."""
    assert rules(show, f"{SHAPES.format('')}<p>Words</p>") == set()


def test_axe_undecided_about_a_link_over_a_whole_card_is_overruled(show: Show) -> None:
    """A link that is stretched over other words without painting anything hides none of them."""
    words = "<p>Words</p><a class=card href=/x>Title</a>"
    card = f"<div style='position:relative'>{SHAPES.format('')}{words}</div>"
    css = ".card::after {{ content: ''; position: absolute; inset: 0; {} }}"
    assert rules(show, card, css.format("")) == set()
    assert "color-contrast" in rules(show, card, css.format("background: #ffffffcc"))


def test_axe_undecided_about_words_on_a_drawing_is_a_finding(show: Show) -> None:
    """Words on a ground that nobody can vouch for are a fault."""
    assert "color-contrast" in rules(show, f"{SHAPES.format('style=overflow:visible')}<p>Words</p>")


ALIKE = "".join(f"<li><a href=/{number}>Link {number}</a></li>" for number in range(9))
"""Nine links that are painted alike."""


@pytest.mark.parametrize(
    "css",
    [
        "LAST a { color: #666 }",
        "LAST { opacity: .4 }",
        "LAST a { background: #555 }",
        "LAST { background: #555 }",
        "LAST { background: linear-gradient(#000, #fff) }",
        ".veil { position: relative; height: 1rem; margin-top: -2rem; background: #ffffffdd }",
    ],
)  # fmt: skip
def test_axe_measures_a_text_that_is_painted_unlike_its_neighbours(show: Show, css: str) -> None:
    """One of nine like texts is measured for all of them, and none that differs in any way."""
    html = f"<ul>{ALIKE}</ul><div class=veil></div>"
    assert "color-contrast" not in rules(show, html)
    assert "color-contrast" in rules(show, html, css.replace("LAST", "li:last-child"))


def test_axe_measures_one_text_of_those_that_are_painted_alike(show: Show) -> None:
    """Eight of nine like links are not measured again."""
    page = show(f"<ul>{ALIKE}</ul>")
    alike = "[...painted.oneOfEach().values()].filter(one => one.matches('li a')).length"
    assert page.evaluate(alike) == 1


def test_axe_in_the_dark_finds_a_link_that_is_told_by_its_colour_alone(show: Show) -> None:
    """A link among words that are all sound by themselves is still looked at in the dark."""
    css = "@media (prefers-color-scheme: dark) { main a { text-decoration: none; color: #eee } }"
    page = show("<p>Some words and <a href=/x>a link</a>.</p>", css)
    page.emulate_media(color_scheme="dark")
    violations_of_colour(page)
    faults = {one.fault.partition(":")[0] for one in violations_of_colour(page)}
    assert faults == {"link-in-text-block"}
