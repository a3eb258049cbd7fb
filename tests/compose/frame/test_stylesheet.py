"""The stylesheet: every rule stays what it was, and no byte is spare."""

import pytest

from site_builder.compose.frame.stylesheet import squeezed, stylesheet_address
from site_builder.read.theme.theme import read_theme
from site_builder.settings import theme_folder


@pytest.mark.parametrize(
    ("rules", "short"),
    [
        ("a {\n  color: red;\n}\n", "a{color:red}"),
        ("/* why: { */ a, b > c { margin: 0 auto }", "a,b>c{margin:0 auto}"),
        ("a :hover { color: red }", "a :hover{color:red}"),
        ('a { content: " ( ; " attr(href) ", "; }', 'a{content:" ( ; " attr(href) ", "}'),
        ("a { width: calc(1rem + 2vw) }", "a{width:calc(1rem + 2vw)}"),
        ("@media (min-width: 40rem) { a { b: c; } }", "@media (min-width:40rem){a{b:c}}"),
    ],
)  # fmt: skip
def test_squeezed_rules_say_the_same(rules: str, short: str) -> None:
    """White space that means something stays, in selectors, sums and quotation marks."""
    assert squeezed(rules) == short


def test_squeezed_theme_can_not_be_squeezed_further() -> None:
    """Once is enough, for the theme as it is."""
    once = squeezed(read_theme(theme_folder()).stylesheet)
    assert squeezed(once) == once
    assert "\n" not in once


def test_address_changes_with_the_text() -> None:
    """A browser may keep a stylesheet for ever: another text has another address."""
    assert stylesheet_address("a") != stylesheet_address("b")
