"""Capitals, signs and hashtags that are hard to read or to hear."""

import re
from collections.abc import Iterator

from site_builder.check.rules.rule import ANY, ENGLISH, ENGLISH_AND_WELSH, Found, Rule, found
from site_builder.check.rules.words.known_acronyms import COMMON_WORDS
from site_builder.check.rules.writing import Writing

# Each pattern begins with a letter or a sign, so that most of a text is passed over quickly.
_SHOUTED = re.compile(r"[A-Z][A-Z'’]+(?:[ \n]+(?:[A-Z][A-Z'’]+|[AI])){2,}\b")
_AMPERSAND = re.compile(r" & +(?=[a-z]{2})")
_EXCLAMATION = re.compile(r"!(?=[\s\0\"”’')]|\Z)")
_HASHTAG = re.compile(r"#([a-z]{7,40})\b(?!-)")
_NAME = re.compile(r"\b(?:Yahoo|Jeopardy|Yum|Oklahoma|Mamma Mia)!$")
"""Names that end with an exclamation mark."""


def words_in_capitals(writing: Writing) -> Iterator[Found]:
    """Yield each run of three words or more in capitals that are words, not acronyms in a row."""
    for run, passage, offset in writing.said.find(_SHOUTED):
        words = run[0].split()
        plain = [word for word in words if word.lower() in COMMON_WORDS or len(word) > 5]
        if len(plain) >= 2 and not passage.text[max(0, offset - 1) : offset].isalnum():
            yield found(passage.at(offset), shown=" ".join(words[:6]))


def ampersands(writing: Writing) -> Iterator[Found]:
    """Yield each & between words in small letters, which are no name."""
    if "&" in writing.said.text:
        for _, passage, offset in writing.said.find(_AMPERSAND):
            before = passage.text[:offset]
            if re.search(r"[^\W\d_][a-z,)]$", before) and not passage.is_quoted(offset):
                yield found(passage.at(offset + 1))


def exclamation_marks(writing: Writing) -> Iterator[Found]:
    """Yield each exclamation mark of the author's own; what others exclaimed is theirs."""
    if "!" not in writing.said.text:
        return
    for _, passage, offset in writing.said.find(_EXCLAMATION):
        before = passage.text[:offset]
        ends_word = before[-1:].isalnum() or before[-1:] in tuple(')”"')
        is_spanish = "¡" in before[-40:]
        if (
            ends_word
            and not is_spanish
            and not _NAME.search(f"{before}!")
            and not passage.is_quoted(offset)
        ):
            yield found(passage.at(offset))


def hashtags(writing: Writing) -> Iterator[Found]:
    """Yield each hashtag in small letters that is two words which the text uses, or all people."""
    if "#" not in writing.said.text:
        return
    known = {word for word in writing.words | COMMON_WORDS if len(word) > 3 and word.isalpha()}
    for tag, passage, offset in writing.said.find(_HASHTAG):
        is_tag = not re.match(r"[\w/&#.-]", passage.text[max(0, offset - 1) : offset])
        is_word = re.search(rf"(?<![#\w]){tag[1]}\b", writing.said.text)
        if is_tag and not is_word and (parts := _parts(tag[1], known)):
            instead = "".join(part.capitalize() for part in parts)
            yield found(passage.at(offset), tag=tag[0], instead=f"#{instead}")


def _parts(tag: str, known: set[str]) -> tuple[str, str] | None:
    cuts = range(4, len(tag) - 3)
    return next(((tag[:n], tag[n:]) for n in cuts if {tag[:n], tag[n:]} <= known), None)


RULES = (
    Rule(
        id="words-in-capitals",
        grade="hint",
        asks="Three words or more in a row are not all in capitals.",
        what='"{shown}" is all in capitals, which is slow to read and can be read out as letters.',
        fix="Write it in small letters; for weight, put ** on both sides.",
        because="Content design guidance of GOV.UK; capitals hide the shape of words.",
        find=words_in_capitals,
        languages=ANY,
    ),
    Rule(
        id="ampersand",
        grade="hint",
        asks="In sentences, and is a word; & stands only in names.",
        what='There is a "&" between words that are no name.',
        fix='Write "and".',
        because="Style guidance of GOV.UK: & only where it is part of a name.",
        find=ampersands,
        languages=ENGLISH,
    ),
    Rule(
        id="exclamation-mark",
        grade="hint",
        asks="A public record does not exclaim.",
        what="An exclamation mark asks readers to be moved; a public record leaves that to them.",
        fix="Write a full stop.",
        because="Style guidance of GOV.UK: no exclamation marks.",
        find=exclamation_marks,
        languages=ENGLISH_AND_WELSH,
    ),
    Rule(
        id="hashtag-case",
        grade="hint",
        asks="Each word of a hashtag begins with a capital.",
        what="{tag} is one long word to a screen reader.",
        fix="Begin each of its words with a capital: {instead}",
        because="Screen readers tell words apart by their capitals.",
        find=hashtags,
        languages=ANY,
    ),
)
