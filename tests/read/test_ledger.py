"""The ledger of addresses: each line is read or named, and a broken one is never read over."""

import pytest

from site_builder.read.ledger import Ledger
from site_builder.read.ledger_lines import read_ledger
from site_builder.read.problems import Problem
from tests.conftest import SiteFolder

LEDGER = "content/permanent.tsv"
STORY = "/case-studies/warm-homes/\ttag:old.example.org,2025-02-10:case-study/warm-homes\n"
MISSION = "/missions/health/\tmission/health\n"
MERGE = f"<<<<<<< HEAD\n{STORY}=======\n{MISSION}>>>>>>> theirs\n"


def read(text: str) -> Ledger:
    return next(one for one in read_ledger(LEDGER, text) if isinstance(one, Ledger))


def slips(text: str) -> list[tuple[str, int, int]]:
    """Return rule, line and column of each problem; a text with an error gives no ledger."""
    found = [*read_ledger(LEDGER, text)]
    problems = [one for one in found if isinstance(one, Problem)]
    is_broken = any(one.level == "error" for one in problems)
    assert is_broken != any(isinstance(one, Ledger) for one in found)
    return [(one.rule, one.position.line, one.position.column) for one in problems]


def test_line_is_told_apart_into_address_kind_name_host_and_day() -> None:
    """A tag holds a host and a day; the id of a thing of which no feed tells holds neither."""
    story, mission = read(f"# A comment.\n\n{STORY}{MISSION}").lines
    assert (story.number, story.address, story.kind) == (
        3,
        "case-studies/warm-homes/",
        "case study",
    )
    assert (story.authority, story.day) == ("old.example.org", "2025-02-10")
    assert (story.first_slug, mission.first_slug) == ("warm-homes", "health")
    assert (mission.authority, mission.day) == (None, None)


TAGGED = "/case-studies/warm-homes/\ttag:old.example.org,2025-02-10:case-study/warm-homes"
LAST = "2025-02-10/0/" + "A" * 48


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("# Only a comment.\n", []),
        ("/\tpage\n/feed-1.*\tfeed\n/feed.*\tfeed\n/feeds.opml\tfile\n", []),
        ("/data/missions.csv\tdata\n/events/calendar.ics\tcalendar\n", []),
        (f"{TAGGED}\t{LAST}\n/missions/health/\tmission/health\t-/0123abcd/{'_' * 48}\n", []),
        ("/case-studies/a/\tcase-study/a=https://old.example.org/?p=12\n", []),
        ("/a/\tcase-study/a\n/a/\ttag:host,2025-01-01:case-study/a\n", []),
        (f"{MISSION}{STORY}", [("ledger-order", 2, 1)]),
        (f"{MISSION}{STORY}/a/\tpage\n", [("ledger-order", 2, 1)]),
        (f"{STORY}{STORY}", [("ledger-twice", 2, 1)]),
        (f"{TAGGED}\n{TAGGED}\t{LAST}\n", [("ledger-twice", 2, 1)]),
    ],
)
def test_ledger_that_is_empty_unsorted_or_has_a_line_twice_is_read(
    text: str, expected: list[tuple[str, int, int]]
) -> None:
    """What git makes of two branches that both added lines is told, and read all the same."""
    assert slips(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (MERGE, [("ledger-merge", 1, 1)]),
        (f"{STORY}{MERGE}{MISSION}{MERGE}", [("ledger-merge", 2, 1), ("ledger-merge", 8, 1)]),
        (f"{STORY}=======\n{MISSION}", [("ledger-merge", 2, 1)]),
        (f"{STORY}{MISSION}>>>>>>> theirs\n", [("ledger-merge", 3, 1)]),
        (f"{STORY}/missions/health/ mission/health\n", [("ledger-line", 2, 1)]),
        (f"{STORY}/missions/health/\n/miss\n", [("ledger-line", 2, 1), ("ledger-line", 3, 1)]),
        ("missions/health/\tmission/health\n", [("ledger-line", 1, 1)]),
        ("/missions/health\tmission/health\n", [("ledger-line", 1, 1)]),
        ("/missions/health/\tmission/health\tmore\n", [("ledger-line", 1, 1)]),
        ("/missions/health/\ttag:host,2025:mission/health\n", [("ledger-line", 1, 1)]),
        ("/../health/\tmission/health\n", [("ledger-line", 1, 1)]),
        ("/missions/health/\tmision/health\n", [("ledger-kind", 1, 19)]),
        ("/a/\ttag:host,2025-01-01:spaceship/a\n", [("ledger-kind", 1, 25)]),
        (f"{MISSION}/missions/health/\tmission/nhs\n", [("ledger-two-ids", 2, 1)]),
        (
            "/a/\ttag:host,2025-01-01:case-study/a\n/b/\ttag:host,2025-01-02:case-study/a\n",
            [("ledger-two-ids", 2, 1)],
        ),
        (f"{TAGGED}\t2025-02-10/0/short\n", [("ledger-line", 1, 1)]),
        ("/missions/\tpage\tmore\n", [("ledger-line", 1, 1)]),
        ("/missions/feed.xml\tfeed\n", [("ledger-line", 1, 1)]),
        ("/missions/feed.*\tfile\n", [("ledger-line", 1, 1)]),
        ("/missions/health.ics\tmission/health\n", [("ledger-line", 1, 1)]),
        ("/missions.html\tpage\n", [("ledger-line", 1, 1)]),
    ],
)
def test_line_that_is_broken_is_named(text: str, expected: list[tuple[str, int, int]]) -> None:
    """Each broken line is named where it is, and nothing is made of the rest."""
    assert slips(text) == expected


def test_unknown_kind_is_told_with_the_nearest(site: SiteFolder) -> None:
    """A slip of a letter is told like any other."""
    site.write(LEDGER, "/missions/health/\tmision/health\n")
    (problem,) = site.problems()
    assert 'Did you mean "mission"?' in problem.fix


@pytest.mark.parametrize("end", ["\r\n", "\n"])
def test_ledger_from_windows_and_without_final_newline_is_read(site: SiteFolder, end: str) -> None:
    """How lines end is nothing that an author can see."""
    site.write(LEDGER, f"\ufeff# A comment.{end}{MISSION.strip()}{end}{STORY.strip()}")
    ledger = site.content().ledger
    assert ledger
    assert [line.id.rsplit("/", 1)[-1] for line in ledger.lines] == ["health", "warm-homes"]


def test_ledger_that_is_a_folder_is_named(site: SiteFolder) -> None:
    """A folder of that name is told, also an empty one."""
    (site.root / LEDGER).mkdir()
    (problem,) = site.problems()
    assert (problem.path, problem.rule) == (LEDGER, "not-a-file")


def test_ledger_that_is_no_text_is_named(site: SiteFolder) -> None:
    """Bytes that are no text are told with their line."""
    site.write(LEDGER, MISSION.encode() + b"/caf\xe9/\n")
    (problem,) = site.problems()
    assert (problem.rule, problem.position.line) == ("not-utf-8", 2)


def test_other_table_in_content_is_no_ledger(site: SiteFolder) -> None:
    """Only the file of that name, and only at the top."""
    site.write("content/missions/permanent.tsv", MISSION)
    assert [problem.rule for problem in site.problems()] == ["unknown-file"]
