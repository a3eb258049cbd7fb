"""Words that have a plainer one."""

from collections.abc import Iterator

from site_builder.check.rules.phrases import Phrases
from site_builder.check.rules.rule import ENGLISH, Found, Rule, found
from site_builder.check.rules.words.plainer_words import PLAINER
from site_builder.check.rules.writing import Writing

_PHRASES = Phrases(PLAINER)


def plainer_words(writing: Writing) -> Iterator[Found]:
    """Yield each word of the list, with what to write in its place."""
    for one in _PHRASES.in_own_words(writing):
        is_name = one.written[0].isupper() and one.written != one.phrase and one.offset > 0
        if not (is_name and _is_inside_sentence(one.passage.text, one.offset)):
            at = one.passage.at(one.offset)
            yield found(at, written=one.written, instead=PLAINER[one.phrase])


def _is_inside_sentence(text: str, offset: int) -> bool:
    before = text[:offset].rstrip(" \n\"“‘'(")
    return bool(before) and before[-1] not in ".!?:;"


RULES = (
    Rule(
        id="plainer-word",
        grade="hint",
        asks="Words are those that people use when they talk to each other.",
        what='There is a plainer word for "{written}".',
        fix="{instead}",
        because="A list of our own, after what public style guidance has in common.",
        find=plainer_words,
        languages=ENGLISH,
    ),
)
