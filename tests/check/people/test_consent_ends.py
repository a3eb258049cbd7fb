"""Authors hear of a consent that ends while there is time, and the build goes on without it."""

import pytest

from site_builder.read.problems import Problem
from tests.conftest import SiteFolder

STORY = "content/case-studies/warm-homes.md"
NOON = "T12:00+01:00"


def told(site: SiteFolder, fields: str, now: str | None) -> list[Problem]:
    """Return what authors are told on a day, when the consent of Ada has some more fields."""
    site.edit(STORY, "who: Ada Example,", f"who: Ada Example, {fields},")
    return list(site.problems(now=f"{now}{NOON}" if now else None))


@pytest.mark.parametrize(
    ("now", "rule", "what"),
    [
        ("2025-05-26", None, ""),
        ("2025-05-27", "consent-ends-soon", "ends on 2025-06-26; after that day,"),
        ("2025-06-26", "consent-ends-soon", "ends on 2025-06-26; after that day,"),
        ("2025-06-27", "consent-ended", "ended on 2025-06-26, so"),
        (None, "consent-unsure", "ends on 2025-06-26, and nothing says what day it is, so"),
    ],
)
def test_end_of_a_consent_is_told_from_thirty_days_before(
    site: SiteFolder, now: str | None, rule: str | None, what: str
) -> None:
    """Each warning says whose consent it is, where, and what will be left out or is."""
    problems = told(site, "expires: 2025-06-26", now)
    assert [(one.rule, one.level) for one in problems] == ([(rule, "warning")] if rule else [])
    for one in problems:
        start, end = "The consent of Ada Example", "number 1 of `voices` is left out."
        assert one.what == f"{start} {what} {end}"
        assert one.excerpt[one.position.column - 1 :].startswith("2025-06-26")


def test_consent_taken_back_is_told_whatever_the_day(site: SiteFolder) -> None:
    """It holds no more from the moment that it is written down."""
    (problem,) = told(site, "taken_back: 2025-06-26", None)
    assert (problem.rule, problem.level) == ("consent-ended", "warning")
    assert "was taken back on 2025-06-26, so number 1 of `voices` is left out." in problem.what


def test_end_of_a_consent_names_every_place_that_it_is_named_for(site: SiteFolder) -> None:
    """An image of the text is left out as well as a voice."""
    site.edit(STORY, "## How it", "![A door](../images/door.jpg){people=ada}\n\n## How it")
    problems = told(site, "expires: 2025-06-26", "2025-06-27")
    ended = next(one for one in problems if one.rule == "consent-ended")
    both = 'number 1 of `voices` and the image "../images/door.jpg"'
    assert both in ended.what


def test_end_of_a_consent_that_nothing_names_is_not_told(site: SiteFolder) -> None:
    """Where nothing is shown, nothing has to go."""
    more = "  - {id: cai, who: Cai, given_on: 2025-01-01, scope: [quote], expires: 2025-02-01}"
    site.edit(STORY, "consent:\n", f"consent:\n{more}\n")
    assert site.problems(now=f"2025-06-26{NOON}") == ()


def test_consent_that_ends_before_it_begins_is_an_error(site: SiteFolder) -> None:
    """One of the two days is a slip."""
    problems = told(site, "expires: 2025-01-19", "2025-01-10")
    assert ("consent-ends-too-early", "error") in {(one.rule, one.level) for one in problems}


def test_consent_that_ended_does_not_stop_a_build(site: SiteFolder) -> None:
    """A build that stopped would leave the person on the site that is there."""
    site.build()
    assert "Ada Example" in site.page("case-studies/warm-homes/index.html")
    site.edit(STORY, "who: Ada Example,", "who: Ada Example, expires: 2025-06-26,")
    built = site.build(now=f"2025-06-27{NOON}")
    assert [one.rule for one in built.problems] == ["consent-ended"]
    assert "Ada Example" not in site.page("case-studies/warm-homes/index.html")
