"""What the ledger records may not vanish, and its ids may not change: each line is named."""

import re
from pathlib import Path

import pytest

from site_builder.build import ProblemsFound
from site_builder.doors.record import record
from site_builder.read.problems import Problem
from tests.compose.barriers import write_barrier
from tests.compose.stories import write_story
from tests.conftest import SiteFolder
from tests.doors.test_record import LEDGER, ledger, rename

HOMES = "content/case-studies/warm-homes.md"
COUNCIL = "content/council/2025-q1.md"


def broken(site: SiteFolder, **settings: str) -> list[Problem]:
    """Return the problems of the ledger; each stands in the line of what it is about."""
    problems = [one for one in site.problems(**settings) if one.path == LEDGER]
    lines = ledger(site).split("\n")
    assert all(lines[one.position.line - 1] == one.excerpt for one in problems)
    return problems


def told(site: SiteFolder, **settings: str) -> list[tuple[str, str, str]]:
    """Return the rule, the address and the fix of each problem of the ledger."""
    return [(one.rule, one.excerpt.split("\t")[0], one.fix) for one in broken(site, **settings)]


def remove(site: SiteFolder, slug: str) -> Path:
    path = site.root / f"content/case-studies/{slug}.md"
    path.unlink()
    return path


def test_site_that_keeps_its_promises_has_no_problem(site: SiteFolder) -> None:
    """New words, a new title and a new story break no promise."""
    record(site.settings())
    site.edit(HOMES, "title: ", "title: New ")
    write_story(site, "new", "New")
    assert broken(site) == []


def test_site_without_ledger_promises_nothing(site: SiteFolder) -> None:
    """A site that keeps no ledger builds as it did."""
    write_story(site, "short-lived", "A mayfly")
    site.build()
    remove(site, "short-lived")
    site.build()


def test_rename_without_alias_stops_the_build_and_names_the_line_to_add(site: SiteFolder) -> None:
    """The problem stands at the line of the address; the fix is what to write, and where."""
    site.build()
    record(site.settings())
    before = site.files()
    rename(site, "warm-homes", "cosy-homes")
    fix = "Write in content/case-studies/cosy-homes.md: aliases: [warm-homes]"
    assert told(site) == [
        ("address-lost", "/case-studies/warm-homes/", f"{fix} (`missions check --fix` does it).")
    ]
    with pytest.raises(ProblemsFound):
        site.build()
    assert site.files() == before


def test_rename_with_its_alias_is_right(site: SiteFolder) -> None:
    """The old address leads on and the id is the same, however often the file is renamed."""
    record(site.settings())
    rename(site, "warm-homes", "cosy-homes")
    cosy = "content/case-studies/cosy-homes.md"
    site.edit(cosy, "place: leeds", "place: leeds\naliases: [warm-homes]")
    assert broken(site) == []
    record(site.settings())
    rename(site, "cosy-homes", "snug-homes")
    snug = "content/case-studies/snug-homes.md"
    fix = f"Write in {snug}: aliases: [warm-homes, cosy-homes] (`missions check --fix` does it)."
    assert told(site) == [("address-lost", "/case-studies/cosy-homes/", fix)]
    site.edit(snug, "[warm-homes]", "[warm-homes, cosy-homes]")
    assert broken(site) == []


def test_file_that_has_its_first_name_again_keeps_its_id(site: SiteFolder) -> None:
    """Its own name stands first under its aliases then, and both addresses answer."""
    record(site.settings())
    rename(site, "warm-homes", "cosy-homes")
    cosy = "content/case-studies/cosy-homes.md"
    site.edit(cosy, "place: leeds", "place: leeds\naliases: [warm-homes]")
    record(site.settings())
    rename(site, "cosy-homes", "warm-homes")
    site.edit(HOMES, "aliases: [warm-homes]", "aliases: [cosy-homes]")
    fix = f"Write in {HOMES}: aliases: [warm-homes, cosy-homes]"
    assert [(rule, at) for rule, at, told_fix in told(site) if fix in told_fix] == [
        ("id-changed", "/case-studies/cosy-homes/"),
        ("id-changed", "/case-studies/warm-homes/"),
    ]
    site.edit(HOMES, "aliases: [cosy-homes]", "aliases: [warm-homes, cosy-homes]")
    assert broken(site) == []
    site.build()
    assert "moved" in site.page("case-studies/cosy-homes/index.html")
    assert "Warm homes" in site.page("case-studies/warm-homes/index.html")


def test_aliases_out_of_order_would_change_the_id(site: SiteFolder) -> None:
    """The first of the aliases is the name in the id, so it has to be the first name."""
    write_story(site, "newer", "Newer", extra="aliases: [first, later]")
    record(site.settings())
    site.edit("content/case-studies/newer.md", "[first, later]", "[later, first]")
    (one, *_) = broken(site)
    assert one.rule == "id-changed"
    assert one.what.endswith("would change to tag:record.example.org,2025-03-05:case-study/later.")
    assert one.fix.endswith("newer.md: aliases: [first, later]")


def test_two_stories_can_not_become_one_by_an_alias(site: SiteFolder) -> None:
    """One of two ids would be lost, so the other file stays, and says what replaces it."""
    write_story(site, "other", "Other")
    record(site.settings())
    remove(site, "other")
    site.edit(HOMES, "place: leeds", "place: leeds\naliases: [warm-homes, other]")
    ((rule, address, fix),) = told(site)
    assert (rule, address) == ("id-changed", "/case-studies/other/")
    assert "put content/case-studies/other.md back" in fix
    assert fix.endswith("with `replaced_by: warm-homes`.")


@pytest.mark.parametrize(
    "wrong",
    [
        "tag:elsewhere.example.org,2025-02-10:case-study/warm-homes",
        "tag:record.example.org,2025-02-10:council-summary/warm-homes",
    ],
)
def test_line_that_can_not_be_right_is_blamed_itself(site: SiteFolder, wrong: str) -> None:
    """Another host or another kind is no slip in a story."""
    record(site.settings())
    site.edit(LEDGER, "tag:record.example.org,2025-02-10:case-study/warm-homes", wrong)
    ((rule, address, fix),) = told(site)
    assert (rule, address) == ("id-changed", "/case-studies/warm-homes/")
    assert fix.startswith("The line itself seems to be wrong")


def test_new_first_day_changes_no_id_and_asks_for_a_note(site: SiteFolder) -> None:
    """The ledger's id is the id: a day may be corrected once readers are told of it."""
    record(site.settings())
    site.edit(HOMES, "date: 2025-02-10", "date: 2025-02-11")
    (problem,) = site.problems()
    assert (problem.path, problem.rule, problem.position.line) == (HOMES, "day-changed", 4)
    assert problem.fix.endswith("If not, put 2025-02-10 back.")
    note = "changes: [{date: 2025-02-12, kind: correction, note: It was a day later.}]"
    site.edit(HOMES, "date: 2025-02-11", f"date: 2025-02-11\n{note}")
    assert site.problems() == ()
    site.build()
    for feed in ("feed.xml", "feed.atom", "feed.json"):
        assert "tag:record.example.org,2025-02-10:case-study/warm-homes" in site.page(feed)
        assert "tag:record.example.org,2025-02-11" not in site.page(feed)
    assert "<published>2025-02-11T" in site.page("feed.atom")


def test_given_id_is_that_of_feeds_and_of_the_ledger_and_of_nothing_else(
    site: SiteFolder,
) -> None:
    """What had an id elsewhere keeps it in every format, though the field is taken out later."""
    guid = "https://old.example.org/?p=12"
    site.edit(HOMES, "date: 2025-02-10", f"date: 2025-02-10\nid: {guid}")
    record(site.settings())
    assert f"\tcase-study/warm-homes={guid}\t2025-02-10/" in ledger(site)
    site.edit(HOMES, f"id: {guid}\n", "")
    assert site.problems() == ()
    site.build()
    for feed in ("feed.xml", "feed.atom", "feed.json"):
        assert guid in site.page(feed)
        assert "case-study/warm-homes<" not in site.page(feed)
    site.edit(HOMES, "date: 2025-02-10", "date: 2025-02-10\nid: tag:example.org,2020:other")
    assert [rule for rule, _, _ in told(site)] == ["id-changed"]
    site.edit(HOMES, "id: tag:example.org,2020:other\n", "")
    site.edit("content/case-studies/night-nurses.md", "date:", f"id: {guid}\ndate:")
    assert {one.rule for one in site.problems()} == {"id-changed", "id-given-twice"}


@pytest.mark.parametrize("given", ["12", "no scheme", "https://a b/", "x:<y>"])
def test_given_id_is_a_uri(site: SiteFolder, given: str) -> None:
    """A feed can have nothing else for an id."""
    site.edit(HOMES, "date: 2025-02-10", f"date: 2025-02-10\nid: '{given}'")
    (problem,) = site.problems()
    assert "is not an id that a feed can have" in problem.what


def test_new_host_changes_no_id(site: SiteFolder) -> None:
    """Ids were minted under the first host; a site that moves keeps them."""
    record(site.settings())
    site.edit("mkdocs.yml", "https://record.example.org/", "https://elsewhere.example.net/")
    assert broken(site) == []
    site.build()
    for feed in ("feed.xml", "feed.atom", "feed.json"):
        assert "tag:record.example.org,2025-02-10:case-study/warm-homes" in site.page(feed)
        assert "tag:elsewhere" not in site.page(feed)
    calendar = site.page("events/calendar.ics").replace("\r\n ", "")
    assert set(re.findall(r"^UID:.*@(\S+)", calendar, re.M)) == {"record.example.org"}


def test_deleted_file_is_to_be_put_back_or_withdrawn(site: SiteFolder) -> None:
    """With no file that might be it, the fix says how to take a page down."""
    write_story(site, "short-lived", "A mayfly")
    record(site.settings())
    remove(site, "short-lived")
    ((rule, address, fix),) = told(site)
    assert (rule, address) == ("address-lost", "/case-studies/short-lived/")
    assert fix.startswith("Put content/case-studies/short-lived.md back; to take it down, ")
    assert "`status: withdrawn`" in fix


def test_withdrawn_file_keeps_its_address(site: SiteFolder) -> None:
    """A withdrawal is the way to take something down: its notice answers."""
    path = write_story(site, "short-lived", "A mayfly")
    record(site.settings())
    gone = "status: withdrawn\nwithdrawn: {on: 2025-05-01, reason: Wrong.}\nplace:"
    site.edit(path, "place:", gone)
    assert broken(site) == []


@pytest.mark.parametrize(
    ("state", "why", "fix"),
    [
        ("status: draft", "is a draft", "Take `status: draft` out of it; to take it down, "),
        ("publish_at: 2025-06-01T09:00+01:00", "is held back", "Tell the build the time with"),
    ],
)
def test_published_file_that_is_hidden_again_is_named(
    site: SiteFolder, state: str, why: str, fix: str
) -> None:
    """Its address would vanish as well, unless the moment has come."""
    path = write_story(site, "back", "Back")
    record(site.settings())
    site.edit(path, "place:", f"{state}\nplace:")
    (problem,) = broken(site)
    assert why in problem.what
    assert problem.fix.startswith(fix)
    is_draft = state == "status: draft"
    assert len(broken(site, now="2025-06-01T09:00+01:00")) == is_draft


def test_preview_with_drafts_does_not_complain(site: SiteFolder) -> None:
    """An author at work sees the pages, and not what has to be right before they are published."""
    record(site.settings())
    rename(site, "warm-homes", "cosy-homes")
    site.build(drafts=True)


def test_only_new_file_of_a_kind_is_guessed_however_it_is_spelt(site: SiteFolder) -> None:
    """A new name may share no letter with the old one; of two new files the nearer is guessed."""
    write_barrier(site, "shared-records", "Records")
    record(site.settings())
    (site.root / "content/barriers/shared-records.md").unlink()
    site.write(LEDGER, re.sub(r"\t(?:-|20..-..-..)/0/.*", "", ledger(site)))
    write_barrier(site, "paper-files", "Files", named_on="2025-01-11")
    ((_, _, fix),) = told(site)
    assert fix.startswith("If it was taken down: put content/barriers/shared-records.md back, ")
    assert "If content/barriers/paper-files.md is the same under a new name: " in fix
    write_barrier(site, "shared-record", "Files", named_on="2025-01-12")
    ((_, _, fix),) = told(site)
    assert "If content/barriers/shared-record.md is the same under a new name: " in fix


def test_promise_that_is_taken_out_or_renamed_is_named(site: SiteFolder) -> None:
    """A promise has an address of its own; the id that it had is to be put back."""
    record(site.settings())
    text = (site.root / COUNCIL).read_text("utf-8")
    site.write(COUNCIL, text.replace("id: second-street", "id: second-streets"))
    for path in (site.root / "content").rglob("*.md"):
        words = path.read_text("utf-8").replace(
            "commitment: second-street", "commitment: second-streets"
        )
        path.write_text(words, "utf-8")
    ((rule, address, fix),) = told(site)
    assert (rule, address) == ("address-lost", "/commitments/second-street/")
    assert f"In {COUNCIL}, put `id: second-street` in the place of `id: second-streets`." in fix


def test_entry_taken_out_of_its_register_is_named(site: SiteFolder) -> None:
    """An entry keeps its slug for ever, though no story names it any more."""
    places = "content/registers/places.yml"
    site.write(
        places,
        (site.root / places).read_text("utf-8")
        + "ely: {name: Ely, nation: England, region: Fens}\n",
    )
    site.edit(HOMES, "place: leeds", "place: ely")
    record(site.settings())
    site.edit(HOMES, "place: ely", "place: leeds")
    assert broken(site) == []
    site.edit(places, "ely: {", "ely-city: {")
    ((_, address, fix),) = told(site)
    same = "Write in content/registers/places.yml, under `ely-city`: aliases: [ely]"
    assert (address, fix) == ("/places/ely/", f"{same} (`missions check --fix` does it).")
    site.edit(places, "ely-city: {name: Ely, ", "wells: {name: Wells, ")
    ((_, _, fix),) = told(site)
    assert fix.startswith("Put `ely` back in content/registers/places.yml; its `name` may change.")


def test_file_that_can_not_be_read_is_not_blamed_twice(site: SiteFolder) -> None:
    """Its own mistake is enough: once that is put right, its address is there again."""
    record(site.settings())
    site.edit(HOMES, "title:", "titel:")
    assert [one.path for one in site.problems()] == [HOMES]


def test_two_files_can_not_have_one_id(site: SiteFolder) -> None:
    """The first name of a file is its id, so the alias that takes another's is named."""
    path = write_story(site, "copy", "A copy", date="2025-02-10", extra="aliases: [warm-homes]")
    (problem,) = site.problems()
    assert (problem.path, problem.rule, problem.position.line) == (path, "shared-address", 13)
