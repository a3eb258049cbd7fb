"""What the settings say of terms: the shape of each, and addresses that can be."""

import pytest

from site_builder.read.problems import Problem
from site_builder.settings import SettingsError
from tests.conftest import SiteFolder

TOP = "site_name: A\nplugins:\n- missions:\n    terms:\n"


def slip(site: SiteFolder, *lines: str) -> Problem:
    """Return the one thing that is wrong with settings with some terms."""
    site.write("mkdocs.yml", TOP + "".join(f"      {line}\n" for line in lines))
    with pytest.raises(SettingsError) as refused:
        site.settings()
    (problem,) = refused.value.problems
    return problem


SLIPS = {
    "mission: {address: Priorities}": ('is "Priorities", which can not', "example: missions"),
    "mission: {address: our aims}": ('is "our aims", which can not', "single dashes"),
    "mission: {address: 'aims/ours'}": ('is "aims/ours", which can not', "single dashes"),
    "mission: {address: ''}": ('`terms.mission.address` is ""', "as it stands"),
    "mission: {one: ''}": ('`terms.mission.one` is "", which is no word', "middle of a sentence"),
    "mission: {one: }": ("`terms.mission.one` is empty, which is no word", "middle of a sentence"),
    "mission: {one: [aim]}": ("is a list, which is no word", "middle of a sentence"),
    "mission: {one: 'an {aim}'}": ("is more than a word", "Leave out braces"),
    "mission: aim": ("is not a set of names and values", "`name: value` lines"),
    "story: {address: tales}": ("have no address", "case_study"),
    "counsil: {address: cabinet}": ("have no address", 'Did you mean "council"?'),
    "mission: {address: places}": ("but /places/ is taken already", "Choose a name"),
    "mission: {address: learning}": ("but /learning/ is taken already", "Choose a name"),
    "mission: {address: unknown}": ("but /learning/unknown/ is taken already", "Choose a name"),
    "place: {address: files}": ("but /files/ is taken already", "Choose a name"),
    "event: {address: search}": ("but /search/ is taken already", "Choose a name"),
}


@pytest.mark.parametrize("written", SLIPS)
def test_term_that_can_not_be_used_is_named_at_its_line(site: SiteFolder, written: str) -> None:
    """With what is wrong and what to do, and nothing is built."""
    what, fix = SLIPS[written]
    problem = slip(site, "barrier: {address: hurdles}", written)
    assert (problem.path, problem.position.line) == ("mkdocs.yml", 6)
    assert what in problem.what
    assert fix in problem.fix


def test_two_terms_can_not_have_one_address(site: SiteFolder) -> None:
    """The later of the two is named."""
    problem = slip(site, "place: {address: here}", "mission: {address: here}")
    assert "/here/ is taken already" in problem.what


def test_terms_may_trade_their_addresses(site: SiteFolder) -> None:
    """What one has by default another may have, once it is free."""
    site.write(
        "mkdocs.yml", f"{TOP}      place: {{address: events}}\n      event: {{address: meet}}\n"
    )
    assert site.settings().addresses.section("nation") == "events/nations/"
    assert site.settings().addresses.section("event") == "meet/"
