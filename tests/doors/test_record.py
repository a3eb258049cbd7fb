"""Recording what is published, and giving renamed files their names back."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from site_builder.build import ProblemsFound
from site_builder.doors.cli import main
from site_builder.doors.ledger_text import with_lines
from site_builder.doors.mending.fixes import fixes
from site_builder.doors.record import HEAD, record
from site_builder.read.ledger import WORDS
from site_builder.relate.permanence.promised import files_of
from tests.compose.stories import write_story
from tests.conftest import SiteFolder

ADDRESSES = 139
"""How many addresses the small site promises."""
LEDGER = "content/permanent.tsv"
HOMES = "content/case-studies/warm-homes.md"
PROJECT = Path(__file__).parents[2]


def missions(site: SiteFolder, *arguments: str) -> Result:
    words = [*arguments, "--settings", str(site.root / "mkdocs.yml")]
    return CliRunner().invoke(main, words, catch_exceptions=False)


def ledger(site: SiteFolder) -> str:
    return (site.root / LEDGER).read_bytes().decode()


def rename(site: SiteFolder, old: str, new: str) -> None:
    """Rename a story's file, and correct what names it, as its author would."""
    (site.root / f"content/case-studies/{old}.md").rename(
        site.root / f"content/case-studies/{new}.md"
    )
    for path in (site.root / "content").rglob("*.md"):
        text = path.read_text("utf-8").replace(f"{old}.md", f"{new}.md")
        text = text.replace(f"[{old}]", f"[{new}]").replace(
            f"case_study: {old}", f"case_study: {new}"
        )
        path.write_text(text, "utf-8")


def test_record_writes_every_address_with_its_id_in_order(site: SiteFolder) -> None:
    """Items, promises, entries of registers in use and quarters are recorded by their ids."""
    record(site.settings())
    assert ledger(site).startswith(HEAD)
    lines = [line.split("\t") for line in ledger(site).splitlines() if line.startswith("/")]
    assert lines == sorted(lines)
    things = [line for line in lines if line[1] not in WORDS]
    assert "".join("\t".join(line[:2]) + "\n" for line in things) == (
        "/about/\tpage/about\n"
        "/case-studies/night-nurses/\ttag:record.example.org,2025-03-05:case-study/night-nurses\n"
        "/case-studies/warm-homes/\ttag:record.example.org,2025-02-10:case-study/warm-homes\n"
        "/commitments/second-street/\tcommitment/second-street\n"
        "/council/2025-q1/\ttag:record.example.org,2025-01-01:council-summary/2025-q1\n"
        "/council/2025-q2/\ttag:record.example.org,2025-04-01:council-summary/2025-q2\n"
        "/missions/clean-energy/\tmission/clean-energy\n"
        "/missions/health/\tmission/health\n"
        "/partners/leeds-city-council/\tpartner/leeds-city-council\n"
        "/places/leeds/\tplace/leeds\n"
        "/principles/solving-together/\tprinciple/solving-together\n"
        "/quarters/2025-q1/\tquarter/2025-q1\n"
        "/quarters/2025-q2/\tquarter/2025-q2\n"
    )


def test_every_recorded_address_answers(site: SiteFolder) -> None:
    """What is recorded is what is published: there is a page at each address."""
    write_story(site, "now", "Now", extra="aliases: [once]")
    gone = "status: withdrawn\nwithdrawn: {on: 2025-05-01, reason: Wrong.}"
    write_story(site, "gone", "Gone", extra=gone)
    added = record(site.settings())
    site.build()
    addresses = [line.split("\t")[0].removeprefix("/") for line in added.lines]
    assert {"case-studies/once/", "case-studies/gone/", "feed.*"} <= set(addresses)
    files = {file for address in addresses for file in files_of(address)}
    assert files <= site.files().keys()
    rest = {path for path in site.files().keys() - files if not path.startswith("pagefind/")}
    assert {path.split("/")[0] for path in rest} == {
        ".missions",
        "404.html",
        "_headers",
        "_redirects",
        "assets",
        "social",
    }


def test_draft_and_embargoed_items_are_not_recorded(site: SiteFolder) -> None:
    """What the public may not see yet is promised to nobody."""
    write_story(site, "unfinished", "Unfinished", extra="status: draft")
    write_story(site, "held", "Held", extra="publish_at: 2025-06-01T09:00+01:00")
    record(site.settings())
    assert "unfinished" not in ledger(site)
    assert "held" not in ledger(site)
    record(site.settings(now="2025-06-01T08:00+01:00"))
    assert "held" not in ledger(site)
    record(site.settings(now="2025-06-01T09:00+01:00"))
    assert "/case-studies/held/\t" in ledger(site)
    assert "unfinished" not in ledger(site)


def test_recording_twice_adds_nothing(site: SiteFolder) -> None:
    """A second run leaves the file as it is, to the byte and to its date."""
    record(site.settings())

    def written() -> tuple[bytes, int, int]:
        found = (site.root / LEDGER).stat()  # not when it was read last, which changes by itself
        return (site.root / LEDGER).read_bytes(), found.st_ino, found.st_mtime_ns

    before = written()
    assert record(site.settings()).lines == ()
    assert written() == before


def test_site_without_address_records_ids_of_data_and_takes_no_tag_for_another(
    site: SiteFolder,
) -> None:
    """Without `site_url` no feed has an id; with it later on, what was recorded still holds."""
    url = "site_url: https://record.example.org/\n"
    site.edit("mkdocs.yml", url, "")
    record(site.settings())
    assert "tag:" not in ledger(site)
    site.edit("mkdocs.yml", "site_name", f"{url}site_name")
    assert site.problems() == ()
    record(site.settings())
    assert f"/case-studies/warm-homes/\tcase-study/warm-homes\n{TAGGED}" in ledger(site)
    assert (site.problems(), record(site.settings()).lines) == ((), ())


TAGGED = "/case-studies/warm-homes/\ttag:record.example.org,2025-02-10:case-study/warm-homes\t"
LINE = "/missions/new/\tmission/new"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", f"{LINE}\n"),
        ("# A comment.\n", f"# A comment.\n{LINE}\n"),
        ("/a/\ta\n/z/\tz\n", f"/a/\ta\n{LINE}\n/z/\tz\n"),
        ("/a/\ta\n/z/\tz", f"/a/\ta\n{LINE}\n/z/\tz\n"),
        ("/a/\ta\r\n/z/\tz\r\n", f"/a/\ta\r\n{LINE}\r\n/z/\tz\r\n"),
        ("/a/\ta\r\n/b/\tb", f"/a/\ta\r\n/b/\tb\r\n{LINE}\r\n"),
        ("/z/\tz\n/a/\ta\n", f"/a/\ta\n{LINE}\n/z/\tz\n"),
        ("# Head.\n/a/\ta\n# Mine.\n\n/z/\tz\n", f"# Head.\n/a/\ta\n{LINE}\n# Mine.\n\n/z/\tz\n"),
        ("/a/\ta\n/a/\ta\n/a/\tb\n# End.\n", f"/a/\ta\n/a/\tb\n{LINE}\n# End.\n"),
        ("/missions/new/\tmission/new\told\n", f"{LINE}\n"),
    ],
)
def test_lines_that_are_there_stay_and_are_put_in_order(before: str, after: str) -> None:
    """Each line has its place; what git left twice stands once, a comment above its line."""
    assert with_lines(before, {("/missions/new/", "mission/new"): LINE}) == after
    assert with_lines(after, {("/missions/new/", "mission/new"): LINE}) == after


@pytest.mark.parametrize("broken", ["<<<<<<< HEAD\n", "/missions/health/ mission/health\n"])
@pytest.mark.parametrize("command", [("record",), ("check", "--fix")])
def test_broken_ledger_is_named_and_never_written_over(
    site: SiteFolder, broken: str, command: tuple[str, ...]
) -> None:
    """The line is told, the exit status is 1, and the file is as it was."""
    site.write(LEDGER, f"/missions/gone/\tmission/gone\n{broken}")
    done = missions(site, *command)
    assert done.exit_code == 1
    assert f"{LEDGER}:2:1" in done.output
    assert ledger(site) == f"/missions/gone/\tmission/gone\n{broken}"


def test_ledger_that_is_a_folder_stops_the_record(site: SiteFolder) -> None:
    """A folder is told as one, and nothing is put into it or beside it."""
    (site.root / LEDGER).mkdir()
    done = missions(site, "record")
    assert done.exit_code == 1
    assert "This is a folder" in done.output
    assert list((site.root / LEDGER).iterdir()) == []


def test_ledger_that_is_a_link_stays_one(site: SiteFolder) -> None:
    """A link inside the folder goes on leading to its file, which gets the lines."""
    site.write("content/_kept/here.tsv", "# Kept.\n")
    (site.root / LEDGER).symlink_to("_kept/here.tsv")
    record(site.settings())
    assert (site.root / LEDGER).is_symlink()
    assert ledger(site).startswith("# Kept.\n/\tpage\n")


def test_content_with_a_mistake_is_not_recorded(site: SiteFolder) -> None:
    """What could not be published is not recorded."""
    site.edit(HOMES, "mission: clean-energy", "mission: clean-enrgy")
    with pytest.raises(ProblemsFound):
        record(site.settings())
    assert not (site.root / LEDGER).exists()


def test_commands_say_what_they_added(site: SiteFolder) -> None:
    """The first run says how many, the second that there is nothing; a check tells what is new."""
    assert f"{ADDRESSES} addresses added" in missions(site, "record").output
    assert "nothing to add" in missions(site, "record").output
    assert missions(site, "check").output == "No problems.\n"
    write_story(site, "new", "New")
    told = "1 address is not in content/permanent.tsv yet"
    assert told in missions(site, "check").output
    assert told in missions(site, "check", "--fix").output
    assert "/case-studies/new/" not in ledger(site)
    assert "1 address added" in missions(site, "record").output
    assert "\n/case-studies/new/\t" in ledger(site)


def test_check_of_a_site_without_ledger_does_not_speak_of_one(site: SiteFolder) -> None:
    """Whoever keeps no ledger is not told to."""
    assert missions(site, "check").output == "No problems.\n"


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_fix_gives_a_renamed_story_its_name_back(site: SiteFolder, end: str) -> None:
    """The alias is written into the one new file of that day, and nothing else in it is touched.

    Line ends of Windows are mended by the same command.
    """
    record(site.settings())
    rename(site, "warm-homes", "cosy-homes")
    cosy = site.root / "content/case-studies/cosy-homes.md"
    cosy.write_bytes(cosy.read_bytes().replace(b"\n", end.encode()))
    before = cosy.read_text("utf-8")
    done = missions(site, "check", "--fix")
    assert done.exit_code == 0
    assert "cosy-homes.md: added to `aliases`: warm-homes." in done.output
    line = "aliases: [warm-homes]\n"
    assert line in cosy.read_bytes().decode()
    assert cosy.read_bytes().decode().replace(line, "") == before
    assert "cosy-homes" not in ledger(site)
    missions(site, "record")
    same = "\ttag:record.example.org,2025-02-10:case-study/warm-homes"
    assert f"/case-studies/cosy-homes/{same}\t2025-02-10/0/" in ledger(site)
    assert f"/case-studies/warm-homes/{same}\n" in ledger(site)
    assert missions(site, "check", "--fix").output.endswith("No problems.\n")


@pytest.mark.parametrize(
    ("aliases", "fixed"),
    [
        ("aliases: [warm-homes]", "aliases: [warm-homes, cosy-homes]"),
        (
            "aliases:\n  - 'warm-homes' # First.",
            "aliases:\n  - 'warm-homes' # First.\n  - cosy-homes",
        ),
        ("aliases: [cosy-homes]", "aliases: [warm-homes, cosy-homes]"),
        ("aliases:\n- cosy-homes", "aliases:\n- warm-homes\n- cosy-homes"),
        ('aliases: ["cosy-homes"]', 'aliases: [warm-homes, "cosy-homes"]'),
        ("aliases: []", None),
        ("", None),
    ],
)
def test_fix_of_a_second_rename_keeps_every_name_in_order(
    site: SiteFolder, aliases: str, fixed: str | None
) -> None:
    """Whichever name was forgotten is put where it belongs, in the form that the list has.

    With no name left, the day still tells which file it is.
    """
    record(site.settings())
    rename(site, "warm-homes", "cosy-homes")
    missions(site, "check", "--fix")
    record(site.settings())
    rename(site, "cosy-homes", "snug-homes")
    snug = "content/case-studies/snug-homes.md"
    site.edit(snug, "aliases: [warm-homes]\n", f"{aliases}\n" if aliases else "")
    done = missions(site, "check", "--fix")
    text = (site.root / snug).read_text("utf-8")
    if aliases == "aliases: []":
        assert done.exit_code == 1
        assert "aliases: [warm-homes, cosy-homes]" in done.output
        return
    assert (fixed or "aliases: [warm-homes, cosy-homes]") in text
    assert done.exit_code == 0


def test_fix_of_a_file_that_has_its_first_name_again_keeps_its_id(site: SiteFolder) -> None:
    """Its first name stands first, before the one that it had in between."""
    record(site.settings())
    rename(site, "warm-homes", "cosy-homes")
    missions(site, "check", "--fix")
    record(site.settings())
    rename(site, "cosy-homes", "warm-homes")
    site.edit(HOMES, "aliases: [warm-homes]\n", "")
    assert missions(site, "check", "--fix").exit_code == 0
    assert "aliases: [warm-homes, cosy-homes]" in (site.root / HOMES).read_text("utf-8")


def test_fix_leaves_alone_what_is_not_certain(site: SiteFolder) -> None:
    """Of two new stories with the same words the author is asked, and nothing is written."""
    record(site.settings())
    rename(site, "warm-homes", "cosy-homes")
    text = (site.root / "content/case-studies/cosy-homes.md").read_text("utf-8")
    site.write("content/case-studies/other.md", text)
    before = site.files("content")
    assert fixes(site.settings()) == ()
    done = missions(site, "check", "--fix")
    assert done.exit_code == 1
    same = "If content/case-studies/cosy-homes.md is the same under a new name: write in it"
    assert f"{same} `aliases: [warm-homes]`" in done.output
    assert site.files("content") == before


def test_ledger_of_the_demonstration_is_complete(tmp_path: Path) -> None:
    """The demonstration keeps its own promise: `missions record` has nothing to add."""
    shutil.copytree(PROJECT / "content", tmp_path / "content")
    text = (PROJECT / "mkdocs.yml").read_text("utf-8")
    site = SiteFolder(tmp_path)
    site.write(
        "mkdocs.yml", text.replace("  name: null\n  custom_dir: themes/civic", "  name: civic")
    )
    assert (tmp_path / LEDGER).is_file()
    assert record(site.settings()).lines == ()


@pytest.mark.parametrize(("stories", "said"), [(1, "1 address is"), (2, "2 addresses are")])
def test_build_says_how_many_addresses_are_new(site: SiteFolder, stories: int, said: str) -> None:
    """One is told as one."""
    record(site.settings())
    for number in range(stories):
        site.write(f"content/pages/new-{number}.md", "---\ntitle: New\nsummary: S.\n---\n\nText.\n")
    (note,) = [note for note in site.build().notes if "recorded" in note]
    assert note.startswith(f"{said} not recorded yet: run `missions record` once")
