"""What a site decides about the rules stands in its settings, and slips there are named."""

import pytest

from site_builder.check.report import as_text
from site_builder.check.rules.catalogue import OTHERS, RULES, SETTABLE
from site_builder.settings import SettingsError
from tests.conftest import SiteFolder

STORY = "content/case-studies/warm-homes.md"


def with_check(site: SiteFolder, check: str) -> SiteFolder:
    """Return the small site with something under `check`."""
    site.edit(
        "mkdocs.yml", "plugins: [missions]", f"plugins:\n  - missions:\n      check:\n{check}"
    )
    return site


def test_small_site_has_nothing_to_tell(site: SiteFolder) -> None:
    """The site of the tests breaks no rule, so that what a test plants is all that is told."""
    assert site.told() == ()


@pytest.mark.parametrize("command", ["check", "build"])
def test_rule_that_there_is_not_is_named_with_the_nearest(site: SiteFolder, command: str) -> None:
    """A slip in a name would leave a rule as it is without a word."""
    with_check(site, "        rules:\n          long-sentance: off\n")
    with pytest.raises(SettingsError) as refused:
        site.told() if command == "check" else site.build()
    assert as_text(refused.value.problems[0]) == (
        "mkdocs.yml:10:11: `long-sentance` is not a rule that can be set.\n"
        '   10 |           long-sentance: off\n  Did you mean "long-sentence"?'
    )


@pytest.mark.parametrize(
    ("check", "words"),
    [
        ("        rules: {long-sentence: loud}\n", '`check.rules.long-sentence` is "loud"'),
        ("        rules: {long-sentence: true}\n", "`check.rules.long-sentence` is"),
        ("        rules: [long-sentence]\n", "`check.rules` is"),
        ("        rulez: {}\n", "`check.rulez` is not a setting"),
        ("        acronyms: DWP\n", "`check.acronyms` is"),
        ("        languages: [Welsh]\n", "which is not a language tag"),
    ],
)
def test_setting_of_rules_is_as_strict_as_any(site: SiteFolder, check: str, words: str) -> None:
    """A value that nobody can follow is refused with its line."""
    with_check(site, check)
    with pytest.raises(SettingsError) as refused:
        site.settings()
    (problem,) = refused.value.problems
    assert words in problem.what
    assert problem.position.line >= 8


def test_site_makes_a_rule_stop_its_builds(site: SiteFolder) -> None:
    """A hint that a site makes an error is looked for in builds as well."""
    site.edit(STORY, "## How it worked", "It worked!\n\n## How it worked")
    assert [one.level for one in site.told() if one.rule == "exclamation-mark"] == ["hint"]
    assert site.build().problems == ()
    with_check(site, "        rules: {exclamation-mark: error}\n")
    assert [one.level for one in site.problems()] == ["error"]


def test_off_in_yaml_is_the_word(site: SiteFolder) -> None:
    """YAML takes off for false, and people do not."""
    with_check(site, "        rules: {exclamation-mark: off, long-title: 'off'}\n")
    assert set(site.settings().check.rules.values()) == {"off"}


def test_acronym_of_a_site_needs_no_explaining(site: SiteFolder) -> None:
    """A site says what its readers know."""
    site.edit(STORY, "## How it worked", "The OPCC said so.\n\n## How it worked")
    assert [one.rule for one in site.told()] == ["unexplained-acronym"]
    with_check(site, "        acronyms: [OPCC]\n")
    assert site.told() == ()


def test_every_rule_has_one_id_and_its_words() -> None:
    """No two rules share an id; each says what it asks, why, and how to put it right."""
    ids = [rule.id for rule in RULES]
    assert len(ids) == len({*ids}) == len(SETTABLE) - len(OTHERS)
    for rule in RULES:
        for words in (rule.asks, rule.what, rule.because):
            assert words[-1] in ".}?", (rule.id, words)
