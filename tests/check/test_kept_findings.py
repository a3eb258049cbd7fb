"""What rules of writing found in a file is kept while nothing changes that they ask for."""

from collections.abc import Iterator

import pytest

from site_builder.build import check_only
from site_builder.check.rules import judging
from site_builder.check.rules.judging import Asked
from site_builder.check.rules.rule import Found, Rule
from site_builder.check.rules.writing import Writing
from site_builder.read.problems import Problem
from tests.conftest import SiteFolder

PAGE = "content/pages/about.md"
LONG = "This sentence goes on " + "and on " * 30 + "to the end of ZQXW.\n"
CLICK = "[click here](https://example.org/)"


@pytest.fixture
def judged(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Give the paths of the files that are judged by themselves, in a list that grows."""
    paths: list[str] = []
    of_file = judging._of_file

    def counted(writing: Writing, rules: list[Rule], asked: Asked) -> list[Problem]:
        if any(not one.looks_around for one in rules):
            paths.append(writing.item.path)
        return list(of_file(writing, rules, asked))

    monkeypatch.setattr(judging, "_of_file", counted)
    return paths


@pytest.fixture
def written(site: SiteFolder) -> SiteFolder:
    """Return a site with a page that breaks rules of writing."""
    site.write(PAGE, f"---\ntitle: About\nsummary: What this is.\n---\n{LONG}\n{CLICK}\n")
    return site


def anew(site: SiteFolder) -> tuple[Problem, ...]:
    """Return what is wrong with a site of which nothing is kept."""
    (site.root / ".cache" / "rules.sqlite").unlink(missing_ok=True)
    return check_only(site.settings())


def rules_of(problems: tuple[Problem, ...]) -> dict[str, str]:
    return {one.rule: one.level for one in problems if one.path == PAGE}


def test_file_that_did_not_change_is_judged_once(written: SiteFolder, judged: list[str]) -> None:
    """The second check judges one edited file, and tells what a first one would."""
    first = check_only(written.settings())
    assert {"long-sentence", "vague-link"} <= rules_of(first).keys()
    judged.clear()
    assert check_only(written.settings()) == first
    assert judged == []
    written.edit(PAGE, CLICK, "A [plan](https://example.org/) to read.")
    second = check_only(written.settings())
    assert judged == [PAGE]
    assert "vague-link" not in rules_of(second)
    assert second == anew(written)


@pytest.mark.parametrize(
    ("setting", "rule", "level"),
    [
        ("check: {rules: {long-sentence: warning}}", "long-sentence", "warning"),
        ("check: {rules: {long-sentence: off}}", "long-sentence", None),
        ("language: cy", "unexplained-acronym", None),
    ],
)
def test_what_the_site_decides_counts_at_once(
    written: SiteFolder, setting: str, rule: str, level: str | None
) -> None:
    """Another grade, or another language, is another question."""
    assert rule in rules_of(check_only(written.settings()))
    if setting.startswith("language"):
        words = (written.settings().theme / "words" / "en.yml").read_text("utf-8")
        written.write("look/words/cy.yml", words)
        written.edit("mkdocs.yml", "theme: civic", "theme: {name: civic, custom_dir: look}")
    name, _, value = setting.partition(": ")
    written.edit("mkdocs.yml", "plugins: [missions]", f"plugins: [missions: {{{name}: {value}}}]")
    now = check_only(written.settings())
    assert rules_of(now).get(rule) == level
    assert now == anew(written)


def test_file_with_gaps_is_judged_anew(written: SiteFolder, judged: list[str]) -> None:
    """What stands in for something missing is in no entry."""
    written.edit(PAGE, "title: About\n", "")
    first = check_only(written.settings())
    times = judged.count(PAGE)
    judged.clear()
    assert check_only(written.settings()) == first
    assert judged.count(PAGE) == times > 1
    assert first == anew(written)


def test_rule_that_looks_at_its_file_alone_is_told_nothing_else(written: SiteFolder) -> None:
    """So no rule can rest on what its entry is not kept by."""
    seen: list[bool] = []

    def look(writing: Writing) -> Iterator[Found]:
        seen.append(bool(writing.around.content.items) or writing.around.viewer.now is not None)
        yield from ()

    for looks_around in (False, True):
        rule = Rule("a", "hint", "a", "b", "c", "d", look, looks_around=looks_around)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(judging, "RULES", (rule,))
            check_only(written.settings(now="2026-01-01T00:00Z"))
    assert set(seen[: len(seen) // 2]) == {False}
    assert set(seen[len(seen) // 2 :]) == {True}
