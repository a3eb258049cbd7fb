"""Patterns that are passed over would have matched nothing."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.read.prose.converter import _converter, html_of
from site_builder.read.prose.inline import quick_inline
from tests.read.prose.what_you_can_write import Example, examples

# fmt: off
PIECES = st.sampled_from([
    "a", " ", "_", "*", "**", "~~", "`", "[a]", "(b.md)", "![", "<b>", "</b>", "&amp;", "\\", "\n",
    "  \n", "a@b.org", "https://e.org", "www.e.org", ".", "<https://e.org>", "[^1]", "!", "<a@b.c>",
])
# fmt: on


def test_every_pattern_with_signs_is_there() -> None:
    """A pattern that is called otherwise would never be passed over, and nobody would notice."""
    md, _ = _converter()
    assert set(quick_inline._SIGNS) <= {name.name for name in md.inlinePatterns._priority}  # type: ignore[attr-defined]


def without_signs(text: str) -> str:
    """Return what the parser's own processor makes of a text."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(quick_inline.QuickInline, "_InlineProcessor__applyPattern", _own())
        return html_of(text)


def _own() -> object:
    return quick_inline.InlineProcessor._InlineProcessor__applyPattern  # type: ignore[attr-defined]


@pytest.mark.parametrize("example", examples(), ids=str)
def test_example_is_the_same(example: Example) -> None:
    """Whatever the handbook shows."""
    assert html_of(example.text) == without_signs(example.text)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.lists(PIECES, max_size=14).map("".join))
def test_text_at_random_is_the_same(text: str) -> None:
    """Whatever the signs."""
    assert html_of(text) == without_signs(text)
