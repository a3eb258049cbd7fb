"""Dates, times and ranges stand as people say them."""

import re
from collections.abc import Iterator

from site_builder.check.rules.passages import Passage
from site_builder.check.rules.rule import ENGLISH, Found, Rule, found
from site_builder.check.rules.writing import Writing

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_MONTH = f"(?P<month>{'|'.join(_MONTHS)}|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)\\b\\.?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_DAY_AFTER = re.compile(
    r"\s+(?P<day>[12]?\d|3[01])(?:st|nd|rd|th)?\b"
    rf"(?!\s*[-–—]\s*\d|\d|:|%|\s+per ?cent|[,.]\d)(?:,?\s+{_YEAR}\b)?"
)
_YEAR_AFTER = re.compile(rf"(?P<comma>,?)\s+{_YEAR}\b")
_DAY_BEFORE = re.compile(
    r"(?<![\w–-])(?P<day>[12]?\d|3[01])(?P<end>st|nd|rd|th)?\s+(?P<of>of\s+)?\Z"
)

# Each pattern begins with a letter or a digit, so that most of a text is passed over quickly.
_IN_WORDS = re.compile(_MONTH)
_IN_NUMBERS = re.compile(
    r"\d\d?/\d\d?/(?:19|20)\d\d(?![\w/-])|\d\d\d\d-(?:0[1-9]|1[0-2])-[0-3]\d(?![\w/-])"
)
_TIME = re.compile(
    r"\d\d?(?:[:.][0-5]\d)?\s*(?P<half>[ap])\.?\s?m\b\.?|\d\d:[0-5]\d(?![\w:]|\.\d)", re.I
)
_AS_IT_IS = re.compile(r"\d\d?(?::[0-5]\d)?[ap]m\.?", re.I)
_AT = re.compile(r"\b(?:at|from|by|until|till|before|after|around|between|and|to)\s+\Z", re.I)
"""What stands before a time of day; other numbers with a colon are places in a film, or ratios."""
_PART_OF_MORE = re.compile(r"[\w:.,/$£€-]\Z")
"""What stands right before a number that is only the end of something else."""

_UNITS = (
    "people|years?|months?|weeks?|days?|hours?|minutes?|seconds?|miles?|metres?|km|percent|per"
    "|times|pages|places|homes|patients|families|children|staff|visits|percentage|participants"
    "|users|members|words|pounds|dollars|million|billion|thousand|days’|months’|am|pm"
)
_DAYS = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_RANGES = (
    re.compile(
        r"(?P<a>[\d£$€][\d,]*(?:\.\d+)?)\s?[-–—]\s?(?P<b>[£$€]?\d[\d,]*(?:\.\d+)?)"
        rf"(?:(?=%|\s?(?:{_UNITS})\b)|(?<=[12]\d\d\d)(?![\w-]|\.\d))"
    ),
    re.compile(rf"(?P<a>{_DAYS})\s?[-–]\s?(?P<b>{_DAYS})\b"),
    re.compile(rf"(?P<a>{'|'.join(_MONTHS)})\s?[-–]\s?(?P<b>{'|'.join(_MONTHS)})\b"),
)
_NO_RANGE_AFTER = re.compile(r"[\w.,/:$£€#(+–—-]\Z")


def dates(writing: Writing) -> Iterator[Found]:
    """Yield each date that is not day, month in words, year, with how it is written."""
    for one, passage, offset in writing.said.find(_IN_WORDS):
        text, end = passage.text, offset + len(one[0])
        if offset and text[offset - 1].isalnum():
            continue
        month = next(name for name in _MONTHS if name.startswith(one["month"][:3]))
        before = _DAY_BEFORE.search(text[max(0, offset - 14) : offset])
        if before:
            yield from _day_first(passage, before, month, offset, end)
        elif after := _DAY_AFTER.match(text, end):
            date = f"{int(after['day'])} {month} {after['year'] or ''}".rstrip()
            written = _shown(text[offset : after.end()])
            yield found(passage.at(offset), written=written, fix=f"Write {date}")
    for one, passage, offset in writing.said.find(_IN_NUMBERS):
        if not _PART_OF_MORE.search(passage.text[max(0, offset - 1) : offset]):
            yield found(passage.at(offset), written=one[0], fix=_of_numbers(one[0]))


def _day_first(
    passage: Passage, before: re.Match[str], month: str, offset: int, end: int
) -> Iterator[Found]:
    """Yield a date with the day first, if it has letters or a comma to spare."""
    year = _YEAR_AFTER.match(passage.text, end)
    if before["end"] or before["of"] or (year and year["comma"]):
        start = offset - len(before[0])
        written = _shown(passage.text[start : year.end() if year else end])
        date = f"{int(before['day'])} {month} {year['year'] if year else ''}".rstrip()
        yield found(passage.at(start), written=written, fix=f"Write {date}")


def _of_numbers(written: str) -> str:
    """Return how a date in numbers is written, both ways where nobody can tell them apart."""
    if "-" in written:
        year, month, day = map(int, written.split("-"))
        return f"Write {day} {_MONTHS[month - 1]} {year}"
    first, second, year = map(int, written.split("/"))
    ways = dict.fromkeys(
        f"{day} {_MONTHS[month - 1]} {year}"
        for day, month in ((first, second), (second, first))
        if 1 <= month <= 12 and 1 <= day <= 31
    )
    if len(ways) == 2:
        return f"Readers take it for either; write {' or '.join(ways)}"
    return f"Write {next(iter(ways), 'day, month in words, and year')}"


def times(writing: Writing) -> Iterator[Found]:
    """Yield each time of day that is not written 5:30pm, with how it is."""
    for one, passage, offset in writing.said.find(_TIME):
        before = passage.text[max(0, offset - 12) : offset]
        is_time = one["half"] or _AT.search(before)
        if (
            is_time
            and not _PART_OF_MORE.search(before)
            and not _AS_IT_IS.fullmatch(one[0])
            and (instead := _time(one))
        ):
            yield found(passage.at(offset), written=_shown(one[0]), instead=instead)


def _time(one: re.Match[str]) -> str:
    """Return how a time is written here; nothing for what is none, or may be something else."""
    hour, *rest = map(int, re.findall(r"\d+", one[0]))
    minute, half = rest[0] if rest else 0, (one["half"] or "").lower()
    if not half and not 13 <= hour <= 23:
        return ""
    if hour > (12 if half else 23) or not hour:
        return ""
    if hour == 12 and not minute:
        return "midday" if half == "p" else "midnight"
    shown = hour - 12 if hour > 12 else hour
    return f"{shown}{f':{minute:02}' if minute else ''}{half or 'p'}m"


def ranges(writing: Writing) -> Iterator[Found]:
    """Yield each range with a dash, which readers and screen readers take for minus or nothing."""
    if not any(dash in writing.said.text for dash in "-–—"):
        return
    for pattern in _RANGES:
        for one, passage, offset in writing.said.find(pattern):
            is_part = _NO_RANGE_AFTER.search(passage.text[max(0, offset - 1) : offset])
            if not is_part and not _falls(one["a"], one["b"]):
                instead = f"{one['a']} to {one['b']}"
                yield found(passage.at(offset), written=_shown(one[0]), instead=instead)


def _falls(first: str, last: str) -> bool:
    """Tell whether numbers go down, as those of a range never do."""
    if not (first[-1].isdigit() and last[-1].isdigit()):
        return False
    return _number(first) >= _number(last)


def _number(text: str) -> float:
    return float(text.strip("£$€").replace(",", "") or 0)


def _shown(written: str) -> str:
    return " ".join(written.split())


RULES = (
    Rule(
        id="date-format",
        grade="hint",
        asks="A date is written 25 June 2024.",
        what='"{written}" is not how dates are written here.',
        fix="{fix}.",
        because="Style guidance of GOV.UK; 5/3/2025 is two days to two readers.",
        find=dates,
        languages=ENGLISH,
    ),
    Rule(
        id="range-with-dash",
        grade="hint",
        asks="A range has the word to in it, not a dash.",
        what='"{written}" has a dash, which a screen reader leaves out or reads as minus.',
        fix='Write "{instead}".',
        because="Style guidance of GOV.UK: to in ranges.",
        find=ranges,
        languages=ENGLISH,
    ),
    Rule(
        id="time-format",
        grade="hint",
        asks="A time of day is written 5:30pm.",
        what='"{written}" is not how times are written here.',
        fix='Write "{instead}".',
        because="Style guidance of GOV.UK: 5:30pm, 10am, midday, midnight.",
        find=times,
        languages=ENGLISH,
    ),
)
