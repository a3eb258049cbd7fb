"""A link has words, leads somewhere, is spelt as an address, and not to the author's machine."""

import pytest

from site_builder.check.writing.link_targets import links_to_nothing, wrong_target
from site_builder.check.writing.structure import structure_slips
from tests.check.writing.one_file import told

WORDLESS, NOWHERE, MISSPELT, OWN = (
    "link-without-words", "link-to-nothing", "malformed-link", "link-to-own-machine",
)  # fmt: skip
FIRES = [
    (WORDLESS, "A\n\n[](a.md)", 3),
    (WORDLESS, "[ ](https://example.org/)", 1),
    (WORDLESS, "[![](a.png){decorative=true}](a.md)", 1),
    (WORDLESS, '<a href="https://example.org/"></a>', 1),
    (NOWHERE, "[the rota]()", 1),
    (NOWHERE, "A\n[the rota](#)", 2),
    (MISSPELT, "[a](https:/example.org)", 1),
    (MISSPELT, "[a](http://http://example.org)", 1),
    (MISSPELT, "[a](https://https//example.org)", 1),
    (MISSPELT, "[a](https//example.org)", 1),
    (MISSPELT, "[a](www.example.org)", 1),
    (OWN, "[a](http://localhost:8000/x)", 1),
    (OWN, "[a](http://127.0.0.1/x)", 1),
    ("video-without-title", "https://www.youtube.com/watch?v=abc", 1),
    ("video-without-title", "A\n\n<https://vimeo.com/123456>", 3),
]
SILENT = [
    "[a](https://example.org/) [b](a.md) [c](#heading) [d](mailto:a@example.org)",
    "[![A graph](a.png)](a.md)",
    "https://example.org/ and www.example.org",
    "[The night desk](https://youtu.be/abc)",
    "[a](http://httpbin.example.org/) [b](https-story.md) [c](https://example.org/?u=http://b.org)",
    "A[^1]\n\n[^1]: B",
    "[The night desk](https://youtu.be/abc){transcript=a.md}",
]


@pytest.mark.parametrize(("rule", "text", "line"), FIRES)
def test_wrong_link_is_named_at_its_line(rule: str, text: str, line: int) -> None:
    """Each slip is told once, where it stands."""
    assert told(links_to_nothing, text) == [(rule, line)]


@pytest.mark.parametrize("text", SILENT)
def test_right_link_is_left_alone(text: str) -> None:
    """Links with words to somewhere are nobody's slips."""
    assert told(links_to_nothing, text) == []


@pytest.mark.parametrize(
    ("rule", "address"),
    [(OWN, "file:///C:/x.doc"), (OWN, "C:\\x.doc"), (MISSPELT, "htps://example.org")],
)
def test_address_that_is_refused_is_told_by_what_it_is(rule: str, address: str) -> None:
    """What the allow-list lets through to no page has its cause named all the same."""
    assert told(structure_slips, f"[a]({address})") == [(rule, 1)]


@pytest.mark.parametrize(
    ("address", "meant"),
    [
        ("https:/example.org/a", "https://example.org/a"),
        ("http://http://example.org/a", "http://example.org/a"),
        ("https://https//example.org", "https://example.org"),
        ("www.example.org", "https://www.example.org"),
        ("https://example.org/a b", "https://example.org/a%20b"),
    ],
)
def test_remedy_is_the_address_that_was_meant(address: str, meant: str) -> None:
    """Advice that is followed to the letter ends in a link that is right."""
    slip = wrong_target(address)
    assert slip
    assert slip[2] == f"Did you mean {meant}?"
    assert wrong_target(meant) is None
