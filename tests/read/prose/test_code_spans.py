"""Code in Markdown is blanked, and nothing else moves."""

import pytest

from site_builder.read.prose.code_spans import without_code


@pytest.mark.parametrize(
    ("text", "blanked"),
    [
        ("a `b` c", "a     c"),
        ("a ``b ` c`` d", "a           d"),
        ("a ` b", "a ` b"),
        ("a `` b ` c", "a `` b ` c"),
        ("a `b\nc` d", "a   \n   d"),
        ("a ` b\n\nc ` d", "a ` b\n\nc ` d"),
        ("```\nx\n```\ny", "   \n \n   \ny"),
        ("````\n```\nx\n````\ny", "    \n   \n \n    \ny"),
        ("~~~ py\nx\n~~~\ny", "      \n \n   \ny"),
        ("```\nnever closed", "```\nnever closed"),
    ],
)
def test_code_is_blanked_and_length_is_kept(text: str, blanked: str) -> None:
    """Spans and fenced blocks become spaces; what opens nothing stays."""
    assert without_code(text) == blanked


def test_many_backticks_end() -> None:
    """The time grows with the length of the text, not with its square."""
    text = "\n\n".join("".join("`" * length + "x" for length in range(1, 150)) for _ in range(20))
    assert len(without_code(text)) == len(text)
