"""Emphasis is what CommonMark says it is, also where the parser's own rules see something else."""

import pytest

from site_builder.read.prose.inline.emphasis import Span, spans
from tests.read.prose.second_parser import lost

TEXTS = [
    "*foo**bar**baz*", "*(*a*)*", "**(**a**)**", "***a** b*", "*a **b***", "**a *b***", "_a __b___",
    "*a*b*c*", "**x**y**z**", "*foo**bar***", "foo***bar***baz", "*a `*`*", "**a\n*b*\nc**",
    "_foo_bar_baz_", "*a _b* c_", "**a [b](c.md)** d *e*",
    "*~~*a*~~*", "**~~_a_~~ b**", "~~*a~~ b*", "~~a **b~~ c** d", "a~~b~~c", "~~~a~~ b", "~~ a ~~",
    "~~a~~b~~c~~", "*~~~~a~~~~*", "~~~~a~~b~~", "a~~~~b~~ c~~", "b ~~~a~~~",
]  # fmt: skip


@pytest.mark.parametrize("text", TEXTS)
def test_emphasis_is_found_as_common_mark_finds_it(text: str) -> None:
    """Within words, beside brackets, and one inside the other."""
    assert lost(text) == []


def test_spans_stand_inside_or_outside_of_each_other() -> None:
    """Each has its place and its number of signs."""
    assert spans("**a *b* c**") == [Span(4, 7, 1, "em"), Span(0, 11, 2, "strong")]
    assert spans("*a ~~b~~*") == [Span(3, 8, 2, "del"), Span(0, 9, 1, "em")]
    assert spans("a_b_c") == []


def test_many_signs_end() -> None:
    """The time grows with the length of the text, not with its square."""
    assert len(spans("*a **b " * 3_000)) == 0
    assert len(spans("*a* " * 5_000)) == 5_000
