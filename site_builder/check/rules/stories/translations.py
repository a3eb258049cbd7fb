"""Where a site promises another language, each item has its pair, and the pair is as new."""

import datetime as dt
from collections.abc import Iterator

from site_builder.check.rules.rule import ANY, Found, Rule, found
from site_builder.check.rules.writing import Writing
from site_builder.read.types import CaseStudy, Item, Mission, Page

_PROMISED = (CaseStudy, Mission, Page)
_NAMES = {"cy": "Welsh", "en": "English", "gd": "Gaelic", "ga": "Irish", "fr": "French"}


def missing(writing: Writing) -> Iterator[Found]:
    """Yield each promised language in which an item does not stand."""
    for language, path in _pairs(writing):
        if path not in writing.around.items:
            yield found(("title",), name=_name(language), path=path, tag=language)


def older(writing: Writing) -> Iterator[Found]:
    """Yield each pair that was changed last before the item that it says again."""
    day = _last(writing.item)
    for language, path in _pairs(writing):
        pair = writing.around.items.get(path)
        if pair and day and (its := _last(pair)) and its < day:
            yield found(("title",), name=_name(language), path=path, day=day, its=its)


def _pairs(writing: Writing) -> Iterator[tuple[str, str]]:
    """Yield each promised language with the path of the file that has to be there for it."""
    around, item = writing.around, writing.item
    promised = [one.split("-")[0] for one in around.checks.languages]
    is_first = writing.language == around.language
    if not isinstance(item, _PROMISED) or not is_first or not around.is_public(item):
        return
    for language in promised:
        if language != around.language:
            yield language, item.path.replace(".md", f"-{language}.md")


def _last(item: Item) -> dt.date | None:
    """Return the day of the last change that readers were told of, or that of publishing."""
    told = [one.date for one in item.changes if one.kind != "minor"]
    return max([*told, *filter(None, [getattr(item, "date", None)])], default=None)


def _name(language: str) -> str:
    return _NAMES.get(language, f"the language {language}")


RULES = (
    Rule(
        id="translation-missing",
        grade="warning",
        asks="Where a site promises more languages, each story, mission and page stands in them.",
        what="There is no file for it in {name}.",
        fix="Add {path}, with `lang: {tag}`.",
        because="Welsh language standards: no less favourably than English.",
        find=missing,
        languages=ANY,
        looks_around=True,
    ),
    Rule(
        id="translation-older",
        grade="warning",
        asks="What stands in two languages was changed in both.",
        what="{path}, which says it in {name}, was changed last on {its}, and this on {day}.",
        fix="Bring it up to date, and add a change with its day there.",
        because="Welsh language standards: no less favourably than English.",
        find=older,
        languages=ANY,
        looks_around=True,
    ),
)
