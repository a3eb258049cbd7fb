"""Every field marked as a reference is found, from the models alone, and checked at its place."""

from collections.abc import Iterator
from typing import Any, get_args

import pytest
from pydantic import BaseModel

from site_builder.read.types import ITEM_KINDS, KINDS
from site_builder.read.types.fields.references import CaseStudySlug, PlaceSlug, Refers
from site_builder.read.types.fields.text import Part, Text
from site_builder.relate.references import _reference_fields, references_of
from tests.conftest import SiteFolder


class Inner(Part):
    """A part with references of its own."""

    shown: CaseStudySlug | None = None
    also: tuple[PlaceSlug, ...] = ()


class Outer(Part):
    """Every way in which a field can hold a reference."""

    plain: PlaceSlug
    maybe: PlaceSlug | None
    several: tuple[CaseStudySlug, ...]
    one: Inner
    many: tuple[Inner, ...] = ()
    words: Text = "none"


def marks_in(annotation: Any, metadata: Any = ()) -> Iterator[Refers]:
    """Yield every mark anywhere in a type, by a walk that knows nothing of paths."""
    yield from (one for one in metadata if isinstance(one, Refers))
    yield from (one for one in getattr(annotation, "__metadata__", ()) if isinstance(one, Refers))
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        for field in annotation.model_fields.values():
            yield from marks_in(field.annotation, field.metadata)
    for inner in get_args(annotation):
        yield from marks_in(inner)


def test_reference_fields_of_any_shape_are_found() -> None:
    """Plain, optional, in a list, in a part and in a list of parts: each is found with its path."""
    assert {steps: kind for steps, kind, _ in _reference_fields(Outer)} == {
        ("plain",): "place",
        ("maybe",): "place",
        ("several", None): "case study",
        ("one", "shown"): "case study",
        ("one", "also", None): "place",
        ("many", None, "shown"): "case study",
        ("many", None, "also", None): "place",
    }


@pytest.mark.parametrize("kind", ITEM_KINDS, ids=lambda kind: kind.name)
def test_reference_fields_of_each_type_are_all_found(kind: Any) -> None:
    """No field of a content type that is marked is overlooked, and each leads to a known kind."""
    found = [name for _, name, _ in _reference_fields(kind.model)]
    assert sorted(found) == sorted(mark.kind for mark in marks_in(kind.model))
    assert set(found) <= {known.name for known in KINDS} | {"commitment"}


def test_references_of_a_story_have_their_places(site: SiteFolder) -> None:
    """Each reference says where in the front matter it stands."""
    story = site.record().case_studies["warm-homes"]
    assert {(one.loc, one.kind, one.slug) for one in references_of(story)} == {
        (("mission",), "mission", "clean-energy"),
        (("also_missions", 0), "mission", "health"),
        (("place",), "place", "leeds"),
        (("partners", 0), "partner", "leeds-city-council"),
        (("principles", 0, "principle"), "principle", "solving-together"),
    }


def test_references_of_a_council_leave_out_what_is_empty(site: SiteFolder) -> None:
    """An optional field that is not filled in is no reference."""
    council = site.record().councils["2025-q2"]
    assert {(one.loc, one.slug) for one in references_of(council)} == {
        (("case_studies", 0), "night-nurses"),
        (("commitment_updates", 0, "commitment"), "second-street"),
        (("commitment_updates", 0, "case_study"), "warm-homes"),
    }
