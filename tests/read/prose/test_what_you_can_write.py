"""Each example of the handbook becomes what the page says, and the page has each example."""

import pytest

from site_builder.read.prose.prose import convert
from tests.read.prose.second_parser import lost
from tests.read.prose.what_you_can_write import PAGE, Example, examples, page


@pytest.mark.parametrize("example", examples(), ids=str)
def test_example_becomes_what_is_meant(example: Example) -> None:
    """Nothing of it is refused, lost or shown raw."""
    prose = convert(example.text)
    assert [piece for piece in example.shows if piece not in prose.html] == []
    assert prose.forbidden == ()
    assert not example.is_common or lost(example.text) == []


def test_page_of_the_handbook_is_made_from_the_examples() -> None:
    """Made anew with: python -m tests.read.prose.what_you_can_write"""
    assert PAGE.read_text("utf-8") == page(examples())
