"""A title and a summary do their work on cards, in feeds and in lists of what was found."""

import re
from collections.abc import Iterator

from site_builder.check.rules.rule import ANY, Found, Rule, found
from site_builder.check.rules.writing import Writing, plain_title

LONGEST_TITLE, LONGEST_SUMMARY = 65, 160
_ENDS = re.compile(r"[.!?…:][\"”’')\]]*$|…$")
_WORD = re.compile(r"\w+")


def long_titles(writing: Writing) -> Iterator[Found]:
    """Yield a title that is too long."""
    title = getattr(writing.item, "title", None) or ""
    if len(title) > LONGEST_TITLE:
        yield found(("title",), length=len(title))


def repeated_titles(writing: Writing) -> Iterator[Found]:
    """Yield a title that another item of the same kind has too."""
    around, item = writing.around, writing.item
    title = plain_title(item)
    if title and around.is_public(item) and around.titles[type(item).__name__, title] > 1:
        same = (
            one.path
            for one in around.content.items
            if type(one) is type(item) and one.path != item.path and plain_title(one) == title
        )
        yield found(("title",), other=next(same, ""))


def long_summaries(writing: Writing) -> Iterator[Found]:
    """Yield a summary that is too long."""
    if len(writing.item.summary) > LONGEST_SUMMARY:
        yield found(("summary",), length=len(writing.item.summary))


def summaries_without_end(writing: Writing) -> Iterator[Found]:
    """Yield a summary that does not end as a sentence does."""
    if not _ENDS.search(writing.item.summary):
        yield found(("summary",))


def repeated_summaries(writing: Writing) -> Iterator[Found]:
    """Yield a summary that the first paragraph says again, word for word."""
    first = next((one for one in writing.body if one.kind != "heading"), None)
    summary = _WORD.findall(writing.item.summary.casefold())
    if not first or len(summary) < 6:
        return
    start = _WORD.findall(first.text.casefold())[: len(summary)]
    if start == summary:
        offset = len(first.text) - len(first.text.lstrip())
        yield found(first.at(offset))


RULES = (
    Rule(
        id="long-title",
        grade="hint",
        asks="A title has at most 65 characters.",
        what="The title has {length} characters; lists of search engines cut it at about 65.",
        fix="Say what happened, and where, in fewer words.",
        because="Content design guidance of GOV.UK: titles have at most 65 characters.",
        find=long_titles,
        languages=ANY,
    ),
    Rule(
        id="repeated-title",
        grade="hint",
        asks="No two items of a kind have the same title.",
        what="{other} has the same title.",
        fix="Say in each what only this one is about, such as the place or the year.",
        because="WCAG 2.2, 2.4.2: people tell pages apart by their titles.",
        find=repeated_titles,
        languages=ANY,
        looks_around=True,
    ),
    Rule(
        id="long-summary",
        grade="off",
        asks=(
            "A summary has at most 160 characters. It starts as off: 3 in 4 real summaries are "
            "longer, and the cards and feeds of this site show all of one."
        ),
        what="The summary has {length} characters; lists of search engines cut it at about 160.",
        fix="Put what matters most first, and leave the rest to the text.",
        because="Content design guidance of GOV.UK: summaries have at most 160 characters.",
        find=long_summaries,
        languages=ANY,
    ),
    Rule(
        id="summary-without-full-stop",
        grade="hint",
        asks="A summary is one sentence or more, and ends like one.",
        what="The summary does not end with a full stop.",
        fix="End it with a full stop, so that a voice pauses before what follows.",
        because="Content design guidance of GOV.UK: summaries end with a full stop.",
        find=summaries_without_end,
        languages=ANY,
    ),
    Rule(
        id="summary-repeated",
        grade="hint",
        asks="The text does not begin with the summary again.",
        what="The text begins with the summary, which the page shows right above it.",
        fix="Begin with what comes next.",
        because="Who hears the page hears it twice.",
        find=repeated_summaries,
        languages=ANY,
    ),
)
