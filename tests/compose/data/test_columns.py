"""The columns: every field of every model is one and has a meaning, or has a reason not to be."""

import re
from collections.abc import Iterator, Sequence

import pytest
from pydantic import Field

from site_builder.compose.data import columns as columns_module
from site_builder.compose.data.columns import LEFT_OUT, PRIVATE, Column, columns_of
from site_builder.compose.data.tables import LAYOUTS, SLUGS, Layout
from site_builder.read.types import KINDS, Item, Kind
from site_builder.read.types.case_study import CaseStudy
from site_builder.read.types.fields.references import MissionSlug
from site_builder.read.types.fields.text import Part, Text, written_fields

by_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
by_layout = pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.slug)


def all_of(columns: Sequence[Column]) -> Iterator[Column]:
    """Yield columns and those of the parts inside them."""
    for column in columns:
        yield column
        yield from all_of(column.parts)


@by_kind
def test_field_of_a_content_type_is_a_column_or_is_left_out_for_a_reason(kind: Kind) -> None:
    """A field that is added to a model is in the data at once; nothing goes missing unseen."""
    is_item = issubclass(kind.model, Item)
    left_out = LEFT_OUT.keys() if is_item else set()
    names = {column.name for column in columns_of(kind.model)}
    assert names == set(written_fields(kind.model)) - left_out - PRIVATE


def test_field_that_is_added_to_a_model_is_a_column_with_its_description() -> None:
    """Nothing but the field itself is needed for a new column, its schema and its meaning."""

    class Longer(CaseStudy):
        weather: Text | None = Field(None, description="What the weather was like.")

    column = {one.name: one for one in columns_of(Longer)}["weather"]
    assert column.meaning == "What the weather was like."
    assert column.may_be_empty
    assert column.sort
    assert column.sort.name == "text"


def test_every_reason_is_for_a_field_that_there_is() -> None:
    """A reason for leaving out what no model has any more is taken out."""
    fields = {name for kind in KINDS for name in kind.model.model_fields}
    assert set(LEFT_OUT) <= fields
    assert all(LEFT_OUT.values())


@by_layout
def test_column_has_a_meaning_in_one_sentence(layout: Layout) -> None:
    """A researcher is told of each column what it says."""
    for column in all_of(layout.columns):
        assert re.fullmatch(r"[A-Z].*\.|[a-z-]+,? .*\.", column.meaning), column


@by_layout
def test_meaning_of_a_reference_speaks_of_ids(layout: Layout) -> None:
    """Authors write slugs; the data hold ids, and say so."""
    references = [one for one in all_of(layout.columns) if one.sort and one.sort.kind]
    assert [one.name for one in references if re.search("slug", one.meaning, re.I)] == []
    assert all(one.sort and one.sort.kind in SLUGS for one in references)


@by_layout
def test_names_of_columns_are_not_used_twice(layout: Layout) -> None:
    """A name means one thing in a row."""
    names = [column.name for column in layout.columns]
    assert len(names) == len(set(names))


def test_private_field_is_no_column_at_any_depth() -> None:
    """Who agreed to what is nobody's business, wherever it is written."""

    class Quoted(Part):
        quote: Text = Field(description="What was said.")
        consent: Text = Field(description="Who agreed.")

    class Story(Part):
        voices: tuple[Quoted, ...] = Field((), description="Voices.")

    assert [one.name for one in all_of(columns_of(Story))] == ["voices", "quote"]


def test_value_of_an_unknown_kind_is_refused() -> None:
    """A new kind of value needs its words and its schema before it can be given away."""

    class Odd(Part):
        number: complex = Field(description="A number.")

    with pytest.raises(LookupError, match="complex"):
        columns_of(Odd)


def test_part_that_needs_what_is_hidden_is_left_out() -> None:
    """A part without its reference would say something of a thing that nobody may see."""

    class Inner(Part):
        mission: MissionSlug = Field(description="The slug of a mission.")
        said: Text = Field(description="What was said.")

    class Outer(Part):
        parts: tuple[Inner, ...] = Field(description="Parts.")
        one: Inner | None = Field(None, description="A part.")

    hidden = Inner(mission="b", said="Two")
    outer = Outer(parts=(Inner(mission="a", said="One"), hidden), one=hidden)

    def id_at(kind: str, slug: str) -> str | None:
        return f"{kind}/{slug}" if slug == "a" else None

    row = columns_module.row_of(columns_of(Outer), outer, id_at)
    assert row == {"parts": [{"mission": "mission/a", "said": "One"}], "one": None}
