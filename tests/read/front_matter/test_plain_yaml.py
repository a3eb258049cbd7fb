"""YAML is plain: what looks like a word stays a word, and tricks are refused."""

from typing import Any

import pytest

from site_builder.read.front_matter.plain_yaml import DEEPEST, YamlFault, compose, load


@pytest.mark.parametrize(
    "word",
    [
        "NO", "no", "yes", "Yes", "on", "off", "y", "TRUE", "True", "Null", "12:30", "1:30:00",
        "010", "0x1f", "0b1", "0o7", "1_000", "1e3", ".5", "5.", "+1", ".inf", ".nan", "2024-06-25",
        "2024-06-25T09:00Z", "00", "1,000", "£40", "50%", "<<", "=",
        "9999999999999999999",
    ],
)  # fmt: skip
def test_word_that_yaml_would_change_stays_text(word: str) -> None:
    """Only true, false, null and plain decimals are more than text."""
    assert load(f"a: {word}") == {"a": word}


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("true", True), ("false", False), ("null", None), ("~", None), ("", None), ("0", 0),
        ("-12", -12), ("2024", 2024), ("1.50", 1.5), ("-0.25", -0.25), ("'12'", "12"),
        ('"true"', "true"), ("! 12", 12), ("[]", []), ("{}", {}),
    ],
)  # fmt: skip
def test_value_that_is_plainly_meant_is_taken(word: str, value: Any) -> None:
    """Truth values, numbers and nothing are what they look like; quotes make text."""
    loaded = load(f"a: {word}")["a"]
    assert isinstance(loaded, type(value))
    assert loaded == value


def test_key_is_always_text() -> None:
    """A name before a colon is never a number or a truth value."""
    assert load("1: a\ntrue: b\n~: c\n") == {"1": "a", "true": "b", "~": "c"}


def test_nothing_loads_as_nothing() -> None:
    """No YAML is no value."""
    assert load("") is None
    assert load("# only a remark\n") is None


@pytest.mark.parametrize(
    ("text", "line", "column", "what"),
    [
        ("a: 1\nb: 2\na: 3", 2, 0, "`a` stands here for the second time."),
        ("a:\n  b: {c: 1, c: 2}", 1, 12, "`c` stands here for the second time."),
        ("a: &x 1", 0, 3, "A value starts with & or *, which YAML takes as a reference."),
        ("a:\n  - *x", 1, 4, "A value starts with & or *, which YAML takes as a reference."),
        ("a: !!int 3", 0, 3, "A value starts with an exclamation mark, which YAML takes as a tag."),
        ("!x a: 3", 0, 0, "A value starts with an exclamation mark, which YAML takes as a tag."),
        ("? [a]\n: b", 0, 2, "A name is missing before the colon."),
        ("a: " + "[" * 21, 0, 22, f"Lists inside lists go deeper than {DEEPEST} here."),
    ],
)
def test_trick_is_a_fault_at_its_place(text: str, line: int, column: int, what: str) -> None:
    """A key written twice, an anchor, an alias, a tag and deep nesting are named where they are."""
    with pytest.raises(YamlFault) as fault:
        load(text)
    assert (fault.value.line, fault.value.column, fault.value.what) == (line, column, what)


@pytest.mark.parametrize(
    ("text", "line", "column", "advice"),
    [
        ("a: 1\ntitle: Warmth: a story", 1, 13, "colon and a space"),
        ("a: 'it's'", 0, 7, "quotes"),
        ("b: 1\na: 'open\n\nc: 2", 1, 3, "Close the quotation mark"),
        ('b: 1\na: "open', 1, 3, "Close the quotation mark"),
        ("a: [1, 2\nb: 3", 0, 3, "Close the square bracket"),
        ("a: {b: 2\nc: 3", 0, 3, "Close the curly bracket"),
        ("\ta: 1", 0, 0, "not tabs"),
        ("a: @home", 0, 3, "starts with @"),
        ("a: 1\nhello\n", 1, 0, "a name, a colon, a space"),
        ("a: 1\n b: 2\n", 1, 2, "colon and a space"),
        ("a:\n- b\nc\n", 2, 0, "a name, a colon, a space"),
        (r'a: "C:\quarter"', 0, 6, "single quotes"),
        ("a: 1\n--- b", 1, 0, "Check colons, quotes"),
    ],
)
def test_broken_yaml_is_a_fault_with_advice(text: str, line: int, column: int, advice: str) -> None:
    """A fault stands where its author can mend it and says how, without a word of jargon."""
    with pytest.raises(YamlFault) as fault:
        load(text)
    assert (fault.value.line, fault.value.column) == (line, column)
    assert advice in fault.value.fix


@pytest.mark.parametrize("after", ["", "\n", "\n\n", "\nc: 3", "\n# a note\n"])
@pytest.mark.parametrize(
    ("value", "column"),
    [
        *((value, 0) for value in ("[", "[1", "[1,", "[1, 2", "{", "{b: 2", "{b: 2,")),
        *(("[[1], [2", 6), ("[{b: 2}, {", 9), ("{b: [1, 2", 4), ("{b: {c: [", 8)),
    ],
)
def test_bracket_that_is_open_is_named_where_it_was_opened(
    value: str, column: int, after: str
) -> None:
    """Whatever stands in it and whatever follows, and were it the end of the file."""
    with pytest.raises(YamlFault) as fault:
        load(f"z: 1\na: {value}{after}")
    assert (fault.value.line, fault.value.column) == (1, 3 + column)
    assert f"Close the {'square' if value[column] == '[' else 'curly'} bracket" in fault.value.fix


def test_tree_has_the_line_of_each_value() -> None:
    """The tree is for places only; its values are text."""
    tree = compose("a: 1\nb: NO\n")
    assert tree is not None
    assert [(key.value, value.start_mark.line) for key, value in tree.value] == [("a", 0), ("b", 1)]
