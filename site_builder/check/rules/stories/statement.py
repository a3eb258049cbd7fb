"""An accessibility statement says what the law asks of it, and is looked at once a year."""

import datetime as dt
import re
from collections.abc import Iterator

from site_builder.check.rules.rule import ENGLISH, Found, Rule, found
from site_builder.check.rules.writing import Writing
from site_builder.read.types import Page

_ADDRESS = "accessibility"
YEAR = dt.timedelta(days=366)
_PARTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "which site it is about",
        ("statement (?:applies|covers|for)", "which site", "applies to", "site is run by"),
    ),
    (
        "what people can do on the site",
        ("you should be able to", "people (?:can|are able)", "can be used with"),
    ),
    (
        "how far the site meets the guidelines, by version and level",
        (r"\bWCAG\b.*\bAA\b", r"\bAA\b.*\bWCAG\b", "(?:fully|partially|not) compliant"),
    ),
    (
        "what does not work, and why",
        (
            *("non-accessible", "not (?:fully )?accessible", "known to fail", "known faults"),
            *("(?:do|does) not meet", "known (?:problems|issues)"),
        ),
    ),
    (
        "what falls outside the law",
        (
            *("disproportionate", "outside (?:the scope|the law)", "exempt", "not covered by"),
            "not (?:within|in) (?:the )?scope",
        ),
    ),
    (
        "how to get a page in another format",
        (
            "(?:another|different|alternative|other) formats?",
            *("large print", "easy read", "braille"),
        ),
    ),
    (
        "whom to tell about a problem",
        (
            "(?:report|tell us|contact us|let us know).{0,80}(?:problem|difficult|issue|accessib)",
            "whom to tell.{0,80}problem",
            "(?:problem|difficult|issue).{0,80}(?:contact|tell|email|e-mail)",
        ),
    ),
    (
        "how long an answer takes",
        (
            r"(?:within|in) (?:\d+|one|two|three|five|ten) (?:working )?(?:days?|weeks?)",
            *("how long an answer", "(?:reply|respond|answer).{0,40}(?:days?|weeks?)"),
        ),
    ),
    (
        "which body enforces the rules",
        (
            *("enforce", "equality and human rights commission", r"\bEHRC\b", r"\bEASS\b"),
            "equality commission",
        ),
    ),
    ("how the site was tested", (r"\btest(?:ed|ing|s)\b", "audit")),
    (
        "on what day it was written and last reviewed",
        (
            r"(?:written|prepared|published|reviewed|updated)[^.]{0,40}(?:\bon\b|\bday\b|\b20\d\d)",
            "on what day",
        ),
    ),
)
"""What the model statement for public bodies in the United Kingdom has, and how each is known."""
ITEMS = {item: re.compile("|".join(ways), re.I | re.S) for item, ways in _PARTS}
_MONTHS = "January February March April May June July August September October November December"
_DATE = re.compile(rf"\b(\d{{1,2}}) ({'|'.join(_MONTHS.split())}) (20\d\d)\b")


def lacking(writing: Writing) -> Iterator[Found]:
    """Yield what an accessibility statement does not say."""
    if not _is_statement(writing):
        return
    text = f"{writing.item.summary}\n{writing.source.body}"
    missing = [item for item, pattern in ITEMS.items() if not pattern.search(text)]
    if missing:
        count = f"{len(missing)} of the {len(ITEMS)} things"
        yield found(("title",), count=count, missing="; ".join(missing))


def old(writing: Writing) -> Iterator[Found]:
    """Yield that the newest day which an accessibility statement names is over a year ago."""
    now = writing.around.viewer.now
    if now is None or not _is_statement(writing):
        return
    days = [*_days(writing.source.body), *(one.date for one in writing.item.changes)]
    if days and now.date() - max(days) > YEAR:
        newest = max(days)
        yield found(
            ("title",), day=f"{newest.day} {_MONTHS.split()[newest.month - 1]} {newest.year}"
        )


def _is_statement(writing: Writing) -> bool:
    return isinstance(writing.item, Page) and writing.item.slug == _ADDRESS


def _days(text: str) -> Iterator[dt.date]:
    for day, month, year in _DATE.findall(text):
        try:
            yield dt.date(int(year), _MONTHS.split().index(month) + 1, int(day))
        except ValueError:
            continue  # the 31st of June is no day


_LAW = "The Public Sector Bodies Accessibility Regulations 2018, and the model statement to them."
RULES = (
    Rule(
        id="accessibility-statement-lacks",
        grade="warning",
        asks="The accessibility statement has the 11 things that the model statement has.",
        what="The accessibility statement lacks {count}.",
        fix="Say: {missing}.",
        because=_LAW,
        find=lacking,
        languages=ENGLISH,
    ),
    Rule(
        id="accessibility-statement-old",
        grade="warning",
        asks="The accessibility statement was reviewed in the last 12 months.",
        what="The newest day in the accessibility statement is {day}, more than 12 months ago.",
        fix="Look at the site again, and write down on what day you did.",
        because=_LAW,
        find=old,
        languages=ENGLISH,
        looks_around=True,
    ),
)
