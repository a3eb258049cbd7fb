"""`missions new`: a file that passes the check apart from the blanks that it names."""

import re

import pytest
from click.testing import CliRunner, Result

from site_builder.doors.cli import main
from tests.conftest import SiteFolder

GIVEN = {
    "case-study": ("--title", "A new: story", "--mission", "health", "--place", "leeds"),
    "council-summary": ("--quarter", "2025-Q3", "--held-on", "2025-09-25"),
    "mission": ("--title", "Safer streets"),
    "principle": ("--title", "Orchestration"),
    "deliberation": ("--title", "A panel", "--mission", "health"),
    "page": ("--title", "Contact"),
}


def new(site: SiteFolder, *words: str, answers: str | None = None) -> Result:
    """Run `missions new` in a site."""
    settings = ("--settings", str(site.root / "mkdocs.yml"))
    return CliRunner().invoke(main, ["new", *words, *settings], input=answers)


@pytest.mark.parametrize("kind", GIVEN)
def test_new_file_has_no_problem_but_its_blanks(site: SiteFolder, kind: str) -> None:
    """Every problem of a new file is at a blank that the command named."""
    done = new(site, kind, *GIVEN[kind])
    assert done.exit_code == 0, done.output
    named = re.search(r"Still to fill in: (.*)\.", done.output)
    assert named
    blanks = {blank.rsplit(".", 1)[-1] for blank in named[1].split(", ")}
    beside = ("unwritten-text",)
    problems = [one for one in site.problems() if one.level != "hint" and one.rule not in beside]
    told = {re.findall(r"\w+(?=`)", problem.what)[0] for problem in problems}
    assert told <= blanks | {"sources", "principles", "agenda"}
    assert len(problems) == len(named[1].split(", "))


def test_new_file_with_every_answer_passes_the_check(site: SiteFolder) -> None:
    """A file whose questions are all answered lacks its text, and nothing else."""
    done = new(site, "page", "--title", "Contact", "--summary", "Who to ask: the editor.")
    assert "Still to fill in" not in done.output
    assert [(one.rule, one.level) for one in site.problems()] == [("unwritten-text", "warning")]


def test_new_file_is_a_draft(site: SiteFolder) -> None:
    """A new file is not published before its author says so."""
    new(site, "page", "--title", "Contact", "--summary", "Who to ask.")
    site.build()
    assert "contact/index.html" not in site.files()


def test_new_asks_for_what_is_not_given(site: SiteFolder) -> None:
    """Questions come one by one, with the slugs that may be named."""
    done = new(site, "page", "--ask", answers="Contact\nWho to ask.\n")
    assert "The page's title" in done.output
    assert "title: Contact\n" in (site.root / "content/pages/contact.md").read_text("utf-8")


def test_new_never_overwrites(site: SiteFolder) -> None:
    """A file that is there stays as it is."""
    before = (site.root / "content/pages/about.md").read_bytes()
    done = new(site, "page", "--title", "About", "--slug", "about")
    assert done.exit_code == 1
    assert (site.root / "content/pages/about.md").read_bytes() == before


def test_new_without_a_name_is_refused(site: SiteFolder) -> None:
    """A file needs a title or a slug that can be an address."""
    assert new(site, "page").exit_code == 2
    assert new(site, "page", "--title", "A", "--slug", "../a").exit_code == 2
