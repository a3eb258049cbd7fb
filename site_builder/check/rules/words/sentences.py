"""How long sentences and paragraphs are, and how hard a text is to read."""

from collections.abc import Iterator

from site_builder.check.rules.passages import Within
from site_builder.check.rules.rule import ENGLISH, ENGLISH_AND_WELSH, Found, Rule, found
from site_builder.check.rules.writing import Writing

LONG, VERY_LONG = 25, 40
"""Words of a sentence."""
MOST_SENTENCES = 5
"""Sentences of a paragraph."""
ENOUGH_WORDS = 150
"""Words that a text needs before anything can be said of it as a whole."""
LONG_WORD = 9
"""Letters of a word that makes readers slow down."""
HARD = 42
"""Words in a sentence and long words in a hundred, added up, of a text that is hard to read."""
_ENDS = (". ", ".\n", "? ", "! ", ".\0")
_OF_SITE = "Content design guidance of GOV.UK: sentences have at most 25 words."


def long_sentences(writing: Writing) -> Iterator[Found]:
    """Yield each sentence that is long; very long ones only where no rule of their own is on."""
    has_own = writing.around.checks.rules.get("very-long-sentence", "off") != "off"
    for at, words in _sentences(writing):
        if not (has_own and words > VERY_LONG):
            yield found(at, words=words)


def very_long_sentences(writing: Writing) -> Iterator[Found]:
    """Yield each sentence that is very long."""
    for at, words in _sentences(writing):
        if words > VERY_LONG:
            yield found(at, words=words)


def _sentences(writing: Writing) -> Iterator[tuple[int | Within, int]]:
    for passage in writing.sentences:
        if len(passage.words) <= LONG:
            continue  # before looking where sentences end, which takes time
        for sentence in passage.sentences:
            if sentence.words > LONG:
                yield passage.at(sentence.start), sentence.words


def long_paragraphs(writing: Writing) -> Iterator[Found]:
    """Yield each paragraph of the text with many sentences; fields are not paragraphs."""
    for passage in writing.sentences:
        if passage.loc or len(passage.words) <= 4 * MOST_SENTENCES:
            continue
        count = sum(sentence.words > 2 for sentence in passage.sentences)
        if count > MOST_SENTENCES:
            start = len(passage.text) - len(passage.text.lstrip())
            yield found(passage.at(start), sentences=count)


def hard_texts(writing: Writing) -> Iterator[Found]:
    """Yield that a text as a whole has long sentences of long words."""
    passages = [one for one in writing.sentences if not one.loc]
    words = sum(len(one.words) for one in passages)
    if words < ENOUGH_WORDS:
        return
    long_words = sum(len(word) >= LONG_WORD for one in passages for word in one.words)
    in_a_hundred = 100 * long_words / words
    at_most = words / max(len(passages), sum(writing.said.text.count(end) for end in _ENDS))
    if at_most * 1.5 + in_a_hundred < HARD:
        return  # before looking where sentences end, which takes time
    in_a_sentence = words / sum(len(one.sentences) for one in passages)
    if in_a_sentence + in_a_hundred > HARD:
        one_in = max(2, round(100 / in_a_hundred))
        first = passages[0]
        start = len(first.text) - len(first.text.lstrip())
        yield found(first.at(start), words=round(in_a_sentence), one_in=one_in)


RULES = (
    Rule(
        id="long-sentence",
        grade="hint",
        asks="A sentence has at most 25 words.",
        what="This sentence has {words} words.",
        fix="Make two or three of it; up to 25 words are easy to follow.",
        because=_OF_SITE,
        find=long_sentences,
        languages=ENGLISH_AND_WELSH,
    ),
    Rule(
        id="very-long-sentence",
        grade="off",
        asks="A sentence has at most 40 words; for a site that wants longer ones to stop a build.",
        what="This sentence has {words} words.",
        fix="Make two or three of it; up to 25 words are easy to follow.",
        because=_OF_SITE,
        find=very_long_sentences,
        languages=ENGLISH_AND_WELSH,
    ),
    Rule(
        id="long-paragraph",
        grade="hint",
        asks="A paragraph has at most 5 sentences.",
        what="This paragraph has {sentences} sentences.",
        fix="Leave a blank line where a new thought begins; up to 5 are easy to take in.",
        because="Content design guidance of GOV.UK: paragraphs have at most 5 sentences.",
        find=long_paragraphs,
        languages=ENGLISH_AND_WELSH,
    ),
    Rule(
        id="hard-to-read",
        grade="hint",
        asks="A text as a whole can be read with ease: short sentences, few long words.",
        what=(
            "This text is hard going: its sentences have {words} words on average, and 1 word in "
            "{one_in} is a long one."
        ),
        fix="Read it aloud, and say it again as you would to a neighbour.",
        because="WCAG 2.2, 3.1.5; long sentences and long words slow every reader down.",
        find=hard_texts,
        languages=ENGLISH,
    ),
)
