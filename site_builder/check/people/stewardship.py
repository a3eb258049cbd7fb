"""Stewards serve from a day until a later one, and a letter takes the place of an earlier one."""

from collections.abc import Iterator, Mapping, Sequence

from site_builder.read.content import Content
from site_builder.read.front_matter.faults import name_of
from site_builder.read.problems import Problem
from site_builder.read.source import Source
from site_builder.read.types import CouncilSummary, MandateLetter, Steward
from site_builder.relate.visibility import Viewer

Letters = Mapping[str, MandateLetter]


def stewardship_slips(content: Content, _viewer: Viewer) -> Iterator[Problem]:
    """Yield times that end before they start, visits out of time, and letters in a wrong order."""
    stewards = {item.slug: item for item in content.items if isinstance(item, Steward)}
    for item in content.items:
        if isinstance(item, Steward):
            yield from _time(item, content.sources[item.path])
        elif isinstance(item, CouncilSummary):
            yield from _visits(item, stewards, content.sources[item.path])
    yield from _letters(content)


def _time(steward: Steward, source: Source) -> Iterator[Problem]:
    if steward.until and steward.until < steward.from_day:
        what = f"`until` is {steward.until}, which is before `from`, {steward.from_day}."
        fix = "Correct one of the two days; leave `until` out for somebody who is still there."
        yield source.problem(source.position_of(("until",)), "ends-before-it-starts", what, fix)


def _visits(
    council: CouncilSummary, stewards: Mapping[str, Steward], source: Source
) -> Iterator[Problem]:
    for number, came in enumerate(council.attendance):
        steward = stewards.get(came.steward or "")
        if steward and (why := _out_of_time(council, steward)):
            loc = ("attendance", number, "steward")
            what = f'{name_of(loc)} is "{came.steward}", who {why}.'
            fix = "Name the steward of that day, or correct the days of this one."
            at = source.position_of(loc)
            yield source.problem(at, "steward-out-of-time", what, fix, "warning")


def _out_of_time(council: CouncilSummary, steward: Steward) -> str | None:
    if council.held_on < steward.from_day:
        return f"became a steward after the meeting, on {steward.from_day}"
    if steward.until and council.held_on > steward.until:
        return f"was a steward until {steward.until}, before the meeting"
    return None


def _letters(content: Content) -> Iterator[Problem]:
    """Yield what is wrong with which letter takes the place of which; withdrawn ones do not."""
    letters = {
        item.slug: item
        for item in content.items
        if isinstance(item, MandateLetter) and item.status != "withdrawn"
    }
    in_order = sorted(letters.values(), key=lambda letter: (letter.date, letter.slug))
    replaced_by: dict[str, MandateLetter] = {}
    for letter in in_order:
        if letter.supersedes is None:
            continue
        first = replaced_by.setdefault(letter.supersedes, letter)
        if slip := _slip(letter, letters, first):
            source = content.sources[letter.path]
            at = source.position_of(("supersedes",))
            says = f'`supersedes` is "{letter.supersedes}", which'
            yield source.problem(at, slip[0], f"{says} {slip[1]}.", slip[2])


def _slip(
    letter: MandateLetter, letters: Letters, first: MandateLetter
) -> tuple[str, str, str] | None:
    """Return rule, what and fix for a letter that can not take the place of the one it names."""
    other = letters.get(letter.supersedes or "")
    if other is letter:
        fix = "Name the earlier letter, or take `supersedes` out."
        return "letter-replaces-itself", "is this letter itself", fix
    if other and other.date > letter.date:
        fix = "Write `supersedes` in the later letter of the two, or correct a date."
        return "letter-replaces-a-later-one", f"is of a later day, {other.date}", fix
    if other and (others := _ring(letter, letters)):
        fix = "Take `supersedes` out of one of them: the earliest takes the place of none."
        named = ", ".join(others)
        return "letters-in-a-ring", f"leads round to this letter again ({named})", fix
    if first is not letter:
        fix = f"Only one letter can. Should this one take the place of {first.slug} instead?"
        return "letter-replaced-twice", f"{first.path} has replaced already", fix
    return None


def _ring(letter: MandateLetter, letters: Letters) -> Sequence[str]:
    """Return the letters of the ring that a letter is the first of; those of one day can form one.

    A ring of letters of different days has one that replaces a later one, which is told.
    """
    slugs: list[str] = []
    at = letters.get(letter.supersedes or "")
    while at and at.slug not in slugs:
        slugs.append(at.slug)
        if at is letter:
            return slugs if letter.slug == min(slugs) and _is_of_one_day(slugs, letters) else ()
        at = letters.get(at.supersedes or "")
    return ()


def _is_of_one_day(slugs: Sequence[str], letters: Letters) -> bool:
    return len({letters[slug].date for slug in slugs}) == 1
