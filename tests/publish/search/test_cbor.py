"""CBOR: what Pagefind writes is read and written again byte for byte, and nothing else is."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.publish.search.cbor import decode, encode

VALUES = st.recursive(
    st.integers(0, 2**64 - 1) | st.text(), lambda inner: st.lists(inner, max_size=30), max_leaves=60
)


@given(VALUES)
def test_value_that_is_written_is_read_again(value: Any) -> None:
    """Whole numbers, text and lists of any size come back as they were."""
    assert decode(encode(value)) == value


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (0, "00"),
        (23, "17"),
        (24, "1818"),
        (1000, "1903e8"),
        (1000000, "1a000f4240"),
        (18446744073709551615, "1bffffffffffffffff"),
        ("", "60"),
        ("ü", "62c3bc"),
        ([], "80"),
        ([1, [2, 3], [4, 5]], "8301820203820405"),
    ],
)
def test_value_is_written_as_the_standard_says(value: Any, written: str) -> None:
    """The examples are those of appendix A of RFC 8949."""
    assert encode(value).hex() == written
    assert decode(bytes.fromhex(written)) == value


@pytest.mark.parametrize(
    "data", ["", "20", "f6", "a0", "40", "18", "6161ff", "6261", "82 01", "9f"]
)
def test_data_of_another_kind_or_too_short_are_refused(data: str) -> None:
    """What is not understood is an error, never a guess."""
    with pytest.raises(ValueError, match=r"\w"):
        decode(bytes.fromhex(data))
