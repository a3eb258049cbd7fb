"""An acronym is spelt out where it first stands, unless everybody knows it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter

from site_builder.check.rules.passages import Passage
from site_builder.check.rules.rule import ENGLISH, Found, Rule, found
from site_builder.check.rules.words.known_acronyms import COMMON_WORDS, KNOWN
from site_builder.check.rules.writing import Writing

_ACRONYM = re.compile(r"[A-Z][A-Z]{2,5}s?(?![\w/&-]|\.\w)")
_ENDS_LIKE_A_WORD = re.compile(r"(?:ING|ED|LY|ER|EST)S?\Z")
_NOT_AFTER = re.compile(r"[\w#@/.&$-]\Z")
_EXPLAINED = re.compile(
    r"(?:\([“‘\"']?|known as |called |(?<=\()(?:or|the|also) )[“‘\"']?([A-Z]{3,6})s?\b"
    r"|\b([A-Z]{3,6})s?\)?[*_]*\s*\(\s*[*_]*[A-Za-z]|\*\[([A-Z]{3,6})s?\]:"
)
_SPACES_FOR_SIGNS = str.maketrans(dict.fromkeys("()[]{}<>\"“”‘’'.,:;/*_#&|-–—", " "))


def acronyms(writing: Writing) -> Iterator[Found]:
    """Yield the first use of each acronym that the file does not spell out anywhere."""
    known = KNOWN | {*writing.around.checks.acronyms}
    seen: set[str] = set()
    for one, passage, offset in writing.said.find(_ACRONYM):
        acronym, bare = one[0], one[0].removesuffix("s")
        if bare in seen or acronym in known or bare in known or bare.lower() in COMMON_WORDS:
            continue
        if _NOT_AFTER.search(passage.text[max(0, offset - 1) : offset]):
            continue
        if not (passage.is_quoted(offset) or _is_shouted(passage, offset, len(acronym))):
            seen.add(bare)
            if not _is_spelt_out(bare, writing):
                yield found(passage.at(offset), acronym=bare)


def _is_shouted(passage: Passage, offset: int, length: int) -> bool:
    """Tell whether it is a word in a raised voice: by its end, or by the words beside it."""
    if length > 4 and _ENDS_LIKE_A_WORD.search(passage.text[offset : offset + length]):
        return True
    before = passage.text[max(0, offset - 16) : offset].split()[-1:]
    after = passage.text[offset + length : offset + length + 16].split()[:1]
    beside = (word.strip("().,:;!?*_") for word in (*before, *after))
    return any(
        word.isalpha() and word.isupper() and (len(word) > 4 or word.lower() in COMMON_WORDS)
        for word in beside
        if len(word) > 1 or word == "A"
    )


def _is_spelt_out(acronym: str, writing: Writing) -> bool:
    """Tell whether the whole file says anywhere what an acronym stands for."""
    explained = _explained(writing.source.text)
    return acronym in explained.named or bool(_long_form(acronym).search(explained.initials))


@dataclass(frozen=True)
class _Explained:
    named: frozenset[str]
    """Acronyms that stand in brackets, before brackets, or among the abbreviations."""
    initials: str
    """The first letters of all words in their order."""


@lru_cache(maxsize=4)
def _explained(text: str) -> _Explained:
    named = frozenset(one for groups in _EXPLAINED.findall(text) for one in groups if one)
    words = text.translate(_SPACES_FOR_SIGNS).split()
    return _Explained(named, "".join(map(itemgetter(0), words)))


@lru_cache(maxsize=1024)
def _long_form(acronym: str) -> re.Pattern[str]:
    """Return a pattern of the initials of what an acronym stands for, small words between."""
    return re.compile("[a-z]{0,2}".join(acronym))


RULES = (
    Rule(
        id="unexplained-acronym",
        grade="hint",
        asks="An acronym is spelt out where it first stands, unless everybody knows it.",
        what='"{acronym}" is not spelt out anywhere in this file.',
        fix=(
            "Write it out at its first use, with the letters after it in brackets; or, if all your "
            "readers know it, add it to `acronyms` under `check` in the settings."
        ),
        because="WCAG 2.2, 3.1.4; style guidance of GOV.UK.",
        find=acronyms,
        languages=ENGLISH,
    ),
)
