"""`missions check --fix` and `--diff`: what is shown, what is written, and what is left alone."""

import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from site_builder.doors.cli import main
from site_builder.doors.mending import fixes as fixing
from site_builder.doors.mending.proposal import Proposal
from site_builder.doors.outcome.exit_status import ANOTHER_BUILD, PROBLEMS, USAGE
from site_builder.publish.place.lock import one_at_a_time
from tests.conftest import SiteFolder

HOMES = "content/case-studies/warm-homes.md"
ABOUT = "content/pages/about.md"
SLIPS = (
    ("title: Warm homes in Leeds", "title: “Warm homes: Leeds”  "),
    ("date: 2025-02-10", "date: 10 February 2025"),
)
MENDED = (
    ("title: Warm homes in Leeds", 'title: "Warm homes: Leeds"'),
    ("date: 2025-02-10", "date: 2025-02-10"),
)


def missions(site: SiteFolder, *words: str) -> Result:
    return CliRunner().invoke(main, [*words, "-f", str(site.root / "mkdocs.yml")])


def with_slips(site: SiteFolder) -> dict[str, bytes]:
    """Put slips into one file, and return every file as it will be when they are mended."""
    right, inside = dict(site.files("content")), HOMES.removeprefix("content/")
    for (old, new), (_, mended) in zip(SLIPS, MENDED, strict=True):
        site.edit(HOMES, old, new)
        right[inside] = right[inside].replace(old.encode(), mended.encode())
    return right


def test_fix_shows_what_it_does_then_does_it_and_nothing_else(site: SiteFolder) -> None:
    """Every byte outside of the slips is what it was, in that file and in all others."""
    right = with_slips(site)
    done = missions(site, "check", "--fix")
    assert "No problems." in done.stdout
    assert done.exit_code == 0
    shown, told = done.stderr.split(f"{HOMES}: ", 1)
    assert "-title: “Warm homes: Leeds”  \n" in shown
    assert '+title: "Warm homes: Leeds"\n' in shown
    assert told.splitlines() == [
        "curly quotes round a value.",
        f"{HOMES}: a date in another order.",
        f"{HOMES}: white space at the end of a line.",
    ]
    assert site.files("content") == right
    again = missions(site, "check", "--fix")
    assert "No problems." in again.stdout
    assert again.stderr == ""


def test_diff_is_a_patch_and_writes_nothing(site: SiteFolder, tmp_path: Path) -> None:
    """What is printed can be applied with git, and gives the same bytes as a fix."""
    right = with_slips(site)
    site.write(ABOUT, (site.root / ABOUT).read_bytes().rstrip(b"\n"))
    before = site.files("content")
    done = missions(site, "check", "--diff")
    assert done.exit_code == PROBLEMS
    assert "2 files have something to put right; `missions check --fix` does it." in done.stderr
    assert site.files("content") == before
    patch = tmp_path / "fixes.patch"
    patch.write_text(done.stdout, "utf-8", newline="\n")
    subprocess.run(["git", "apply", str(patch)], cwd=site.root, check=True)
    assert site.files("content") == right
    clean = missions(site, "check", "--diff")
    assert (clean.exit_code, clean.stdout) == (0, "")
    assert clean.stderr == "No files have something to put right. Nothing was written.\n"


def test_date_with_two_readings_is_named_with_both(site: SiteFolder) -> None:
    """Nobody but its author knows whether 5/3/2025 is in March or in May."""
    site.edit(HOMES, "date: 2025-02-10", "date: 5/3/2025")
    done = missions(site, "check", "--fix")
    assert done.exit_code == PROBLEMS
    both = "Write 2025-03-05 for 5 March 2025 or 2025-05-03 for 3 May 2025."
    assert both in done.stdout
    assert done.stderr == ""


def test_fix_of_one_file_leaves_the_others(site: SiteFolder) -> None:
    """What was not asked for is neither mended nor named."""
    with_slips(site)
    site.edit(ABOUT, "title: ", "titel: ")
    before = (site.root / HOMES).read_bytes()
    done = missions(site, "check", "--fix", str(site.root / ABOUT))
    assert HOMES not in done.output
    assert "`titel` is not" in done.stdout
    assert done.stdout.endswith("in 1 file.\n")
    assert (site.root / HOMES).read_bytes() == before


@pytest.mark.parametrize(
    ("asked", "status"), [(ABOUT, 0), (HOMES, PROBLEMS), ("content/case-studies", PROBLEMS)]
)
def test_check_of_files_ends_as_those_do(site: SiteFolder, asked: str, status: int) -> None:
    """A right file is right whatever is wrong in others; a folder is all that is in it."""
    site.edit(HOMES, "mission: clean-energy", "mission: clean-enrgy")
    done = missions(site, "check", str(site.root / asked))
    assert done.exit_code == status
    assert ("clean-enrgy" in done.stdout) == bool(status)


def test_check_of_a_file_reads_the_whole_record(site: SiteFolder) -> None:
    """A reference to another file is no problem because that file was not named."""
    assert "No problems." in missions(site, "check", str(site.root / HOMES)).stdout


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("README.md", "is not in content/, so no rule is about it."),
        ("content/pages/gone.md", "is not there."),
        ("..", "is not in content/"),
    ],
)
def test_path_that_is_none_of_the_content_is_said_plainly(
    site: SiteFolder, monkeypatch: pytest.MonkeyPatch, asked: str, said: str
) -> None:
    """No rule is about it; that nothing was found in it would be no answer."""
    monkeypatch.chdir(site.root)
    site.write("README.md", "Ours.\n")
    done = CliRunner().invoke(main, ["check", asked])
    assert done.exit_code == USAGE
    assert f"{asked} {said}" in done.output


def test_settings_can_be_named_as_a_file(site: SiteFolder) -> None:
    """An editor checks whichever file is saved; that of the settings has rules as well."""
    site.edit("mkdocs.yml", "site_name:", "extra_css: [a.css]\nsite_name:")
    done = missions(site, "check", "--strict", str(site.root / "mkdocs.yml"))
    assert done.exit_code == PROBLEMS
    assert "extra_css" in done.stdout


@pytest.mark.parametrize(
    "data",
    [
        b"\xff title: \xe2\x80\x9cx\xe2\x80\x9d",
        b"---\ntitle: x  \n---\n<<<<<<< ours\na  \n=======\nb\n>>>>>>> theirs\n",
        b"---\ntitle: x  \n---\n\x1b[31m\n",
        b"version https://git-lfs.github.com/spec/v1\noid sha256:0  \nsize 1",
    ],
)
def test_file_that_can_not_be_read_as_it_stands_is_left_alone(
    site: SiteFolder, data: bytes
) -> None:
    """Of such a file nothing is certain, so nothing is mended."""
    site.write(ABOUT, data)
    missions(site, "check", "--fix")
    assert (site.root / ABOUT).read_bytes() == data


def test_files_for_colleagues_and_the_ledger_are_left_alone(site: SiteFolder) -> None:
    """Only what is read as content is mended."""
    kept = {"content/_notes/a.md": "a  ", "content/README.md": "• a  "}
    for path, text in kept.items():
        site.write(path, text)
    missions(site, "check", "--fix")
    assert {path: (site.root / path).read_text("utf-8") for path in kept} == kept


def test_link_to_a_file_goes_on_leading_to_it(site: SiteFolder) -> None:
    """What is mended is the file that a link leads to."""
    text = (site.root / ABOUT).read_text("utf-8")
    site.write("content/_kept/about.md", text.replace("\n", "\r\n"))
    (site.root / ABOUT).unlink()
    (site.root / ABOUT).symlink_to("../_kept/about.md")
    missions(site, "check", "--fix")
    assert (site.root / ABOUT).is_symlink()
    assert (site.root / "content/_kept/about.md").read_bytes() == text.encode()


def test_fix_waits_for_nobody_and_says_so(site: SiteFolder) -> None:
    """While another command writes to the site nothing is changed."""
    with_slips(site)
    before = site.files("content")
    with one_at_a_time(site.settings().target):
        done = missions(site, "check", "--fix")
    assert done.exit_code == ANOTHER_BUILD
    assert "Nothing was fixed." in done.stderr
    assert site.files("content") == before


def test_file_that_was_changed_meanwhile_is_left_alone(
    site: SiteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What an author saved after it was read is not overwritten."""
    with_slips(site)
    write = Proposal.write

    def saved_first(proposal: Proposal) -> bool:
        site.write(HOMES, "---\nsaved by its author\n")
        return write(proposal)

    monkeypatch.setattr(Proposal, "write", saved_first)
    done = missions(site, "check", "--fix")
    assert f"{HOMES}: somebody else changed it meanwhile" in done.stderr
    assert (site.root / HOMES).read_text("utf-8") == "---\nsaved by its author\n"


def test_name_and_slips_of_one_file_are_one_proposal(site: SiteFolder) -> None:
    """A renamed file with slips gets its name back in the same difference."""
    missions(site, "record")
    (site.root / HOMES).rename(site.root / "content/case-studies/cosy-homes.md")
    site.edit("content/case-studies/cosy-homes.md", "title: Warm", "title:  Warm")
    site.edit("content/case-studies/cosy-homes.md", "value: 40\n", "value: 40  \n")
    (one,) = fixing.fixes(site.settings())
    assert one.why == ("white space at the end of a line", "added to `aliases`: warm-homes")
    assert "+aliases: [warm-homes]\n" in one.difference()
    assert "+    value: 40\n" in one.difference()
