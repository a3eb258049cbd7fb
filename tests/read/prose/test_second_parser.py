"""No list, table, quotation, emphasis or link that CommonMark sees is lost."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.read.prose.second_parser import lost

WORDS = (
    "one",
    "two",
    "Três",
    "четыре",
    "a-b",
    "x_y",
    "5.",
    "(six)",
    "#7",
    "Why?",
    "B&B",
    "1.",
    "-",
)
SIGNS = ("*{}*", "**{}**", "_{}_", "__{}__", "***{}***", "~~{}~~", "`{}`", "[{}](a.md)", "{}\\\n{}")

words = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join)
plain = words.map(lambda text: f"w{text}")


def signed(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.builds(lambda sign, text: sign.format(text, text), st.sampled_from(SIGNS), inner)


inline = st.recursive(
    plain,
    lambda inner: st.one_of(signed(inner), st.tuples(inner, inner).map(" ".join)),
    max_leaves=5,
)
cells = st.lists(plain, min_size=2, max_size=3)


def table(header: list[str]) -> str:
    return f"| {' | '.join(header)} |\n|{'---|' * len(header)}\n| {' | '.join(header)} |"


leaf = st.one_of(
    inline,
    plain.map(lambda text: f"## {text}"),
    cells.map(table),
    plain.map(lambda text: f"```\n{text}\n- no item\n```"),
    st.just("---"),
    plain.map(lambda text: f"<div>\n\n{text}\n\n</div>"),
)
MARKERS = ("- ", "* ", "+ ", "1. ", "1) ", "-   ", "10. ")


def indented(text: str, by: int) -> str:
    return text.replace("\n", "\n" + " " * by)


def listed(marker: str, items: list[str], gap: str) -> str:
    return gap.join(f"{marker}{indented(one, len(marker))}" for one in items)


def held(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Blocks in a list or a quotation, and blocks one after the other with a blank line or none."""
    several = st.lists(inner, min_size=1, max_size=3)
    return st.one_of(
        st.builds(listed, st.sampled_from(MARKERS), several, st.sampled_from(("\n", "\n\n"))),
        inner.map(lambda text: "> " + text.replace("\n", "\n> ")),
        st.builds(lambda parts, gap: gap.join(parts), several, st.sampled_from(("\n", "\n\n"))),
    )


texts = st.recursive(leaf, held, max_leaves=8)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(texts)
def test_nothing_is_lost_of_a_text_made_at_random(text: str) -> None:
    """Blocks and emphasis of all kinds, inside one another, come through."""
    assert lost(text) == [], text


@pytest.mark.slow
@settings(max_examples=3_000, deadline=None, derandomize=True)
@given(texts)
def test_nothing_is_lost_of_many_texts_made_at_random(text: str) -> None:
    """The same, with texts that are longer and deeper."""
    assert lost(text) == [], text
