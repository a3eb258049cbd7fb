"""A passage in another language says so, for voices and for hyphens."""

from collections.abc import Iterator, Mapping

from site_builder.check.rules.rule import ANY, Found, Rule, found
from site_builder.check.rules.writing import Writing

_SMALL_WORDS: Mapping[str, frozenset[str]] = {
    language: frozenset(words.split())
    for language, words in {
        "en": "the and of to in that with for was were this these from which have has been their",
        "cy": "yn yr mae wedi gan eu nhw dyma bod hyn oedd gyda sydd ac ar fel hefyd gyfer eich "
        "ein roedd rhwng cael gallu pan wrth nid mewn bydd",
        "fr": "le la les des une est dans pour avec nous vous qui sont et aux cette leur mais ont "
        "être leurs aussi",
        "es": "el la los las una es del por con para que su se más como pero este esta son sus "
        "también",
        "de": "der die das und ist nicht ein eine mit für auf sich den dem von zu werden sind auch "
        "wird",
        "pl": "się jest nie na do że oraz przez dla są jak tym który która ich także",
        "gd": "agus tha air anns bha chan gun aig leis seo iad gu bheil bho",
        "ga": "agus tá ar bhí leis seo siad sna don ina ach mar gach",
    }.items()
}
"""Words by which a language is known; a text of any length has many of them."""
_NAMES = {
    "en": "English",
    "cy": "Welsh",
    "fr": "French",
    "es": "Spanish",
    "de": "German",
    "pl": "Polish",
    "gd": "Gaelic",
    "ga": "Irish",
}
_FEWEST_WORDS, _FEWEST_KNOWN = 7, 3


def other_languages(writing: Writing) -> Iterator[Found]:
    """Yield each passage whose small words are those of another language."""
    own = writing.language
    if own not in _SMALL_WORDS:
        return
    others = _present(writing, own)
    for passage in writing.body if others else ():
        words = [word.lower() for word in passage.words]
        if len(words) < _FEWEST_WORDS:
            continue
        ours = sum(word in _SMALL_WORDS[own] for word in words)
        for language in others:
            theirs = [word for word in words if word in _SMALL_WORDS[language]]
            if len(theirs) > 3 * ours and _is_many(theirs, words):
                start = len(passage.text) - len(passage.text.lstrip())
                yield found(passage.at(start), name=_NAMES[language], tag=language)
                break


def _is_many(known: list[str], words: list[str]) -> bool:
    return len(set(known)) >= _FEWEST_KNOWN and len(known) * 6 >= len(words)


def _present(writing: Writing, own: str) -> list[str]:
    """Return the languages of which a file has enough words for a closer look."""
    all_words = writing.words | {
        word.lower() for one in writing.body if one.kind == "quote" for word in one.words
    }
    return [
        language
        for language, words in _SMALL_WORDS.items()
        if language != own and len(words & all_words) >= _FEWEST_KNOWN
    ]


RULES = (
    Rule(
        id="passage-in-another-language",
        grade="hint",
        asks="A passage in another language says which.",
        what="This seems to be {name}, and nothing says so to a screen reader.",
        fix="Write {{: lang={tag}}} on a line of its own right under it.",
        because="WCAG 2.2, 3.1.2: a voice reads each language by its own rules.",
        find=other_languages,
        languages=ANY,
    ),
)
