"""The pages of stewards, and every page that names one."""

import pytest

from tests.compose.frame.test_structured_data import things
from tests.compose.mandates import attend, write_letter, write_steward, write_stewardship
from tests.compose.markup import elements, texts, tree, words
from tests.compose.search.test_search import WORD, records_of
from tests.conftest import SiteFolder

ANN = "stewards/ann/index.html"


def built(site: SiteFolder, *addresses: str) -> list[str]:
    """Build a site and return the words of pages."""
    site.build()
    return [words(tree(site.page(address))) for address in addresses]


def links(site: SiteFolder, address: str) -> dict[str, str]:
    """Return where each link of a built page leads, by its words."""
    found = elements(tree(site.page(address)), "//main//a")
    return {words(link, "."): link.get("href", "") for link in found}


def test_steward_page_has_role_missions_time_letters_councils_and_text(site: SiteFolder) -> None:
    """Everything that a steward answers for stands on one page, linked."""
    write_stewardship(site)
    extra = "department: The health department\ncontact: The private office\n"
    extra += "changes: [{date: 2025-01-02, note: The role was renamed.}]"
    site.edit("content/stewards/ann.md", "kind: minister", f"kind: permanent-secretary\n{extra}")
    (page,) = built(site, ANN)
    for said in (
        "The minister called ann", "The health department", "Permanent Secretary",
        "Since 5 July 2024.", "Ann was a nurse.", "The minister for health. Illustrative.",
        "2 January 2025, substantial change: The role was renamed.", "The private office",
    ):  # fmt: skip
        assert said in page
    to = links(site, ANN)
    assert to["Good health"] == "../../missions/health/"
    assert to["Letter second"] == "../../mandate-letters/second/"
    assert to["Council of January to March 2025"] == "../../council/2025-q1/"
    assert "Letter first" not in to


def test_former_steward_says_from_when_until_when(site: SiteFolder) -> None:
    """Whoever has a last day is former; no clock is asked, so a day to come makes no difference."""
    write_steward(site, extra="from: 2023-01-09\nuntil: 2060-07-04")
    page, listed = built(site, ANN, "stewards/index.html")
    assert "From 9 January 2023 to 4 July 2060." in page
    assert listed.index("Earlier stewards") < listed.index("Steward ann")


def test_list_of_stewards_is_by_mission(site: SiteFolder) -> None:
    """A steward of two missions stands under both; a mission without one has no heading."""
    write_steward(site, missions="health, clean-energy")
    write_steward(site, "bob", extra="from: 2020-01-01\nuntil: 2021-01-01")
    site.build()
    page = tree(site.page("stewards/index.html"))
    sections = elements(page, "//main/section")
    assert [words(one, "./h2") for one in sections] == ["Good health", "Clean energy"]
    assert [texts(one, ".//li/a/text()") for one in sections] == [
        ["Steward ann", "Steward bob"],
        ["Steward ann"],
    ]
    (site.root / "content/stewards/bob.md").unlink()
    site.edit("content/stewards/ann.md", "health, ", "")
    site.build()
    assert texts(tree(site.page("stewards/index.html")), "//main//h2/a/text()") == ["Clean energy"]


def test_list_without_stewards_says_so(site: SiteFolder) -> None:
    """A list that was published once goes on answering."""
    site.write("content/permanent.tsv", "# What was published.\n/stewards/\tpage\n")
    (page,) = built(site, "stewards/index.html")
    assert "Nobody is named for any mission yet." in page


def test_mission_names_its_stewards_and_letters(site: SiteFolder) -> None:
    """Who answers for it, who did before, and what they were asked, each a link away."""
    write_stewardship(site)
    (page,) = built(site, "missions/health/index.html")
    assert page.index("Steward ann") < page.index("Steward bob")
    assert "From 9 January 2023 to 4 July 2024." in page
    assert page.index("Letter second") < page.index("Letter first")
    to = links(site, "missions/health/index.html")
    assert to["Steward bob"] == "../../stewards/bob/"
    assert to["Letter first"] == "../../mandate-letters/first/"
    assert "Stewards" not in to
    assert "Steward" not in words(tree(site.page("missions/clean-energy/index.html")))


def test_mission_with_a_long_past_names_the_latest(site: SiteFolder) -> None:
    """Its page does not grow for ever: the lists have the rest."""
    write_steward(site)
    for number in range(8):
        extra = f"from: 201{number}-01-01\nuntil: 201{number}-12-31"
        write_steward(site, f"old-{number}", extra=extra)
        write_letter(site, f"letter-{number}", date=f"201{number}-01-02")
    site.build()
    address = "missions/health/index.html"
    to = links(site, address)
    assert [name for name in to if "old" in name] == [f"Steward old-{n}" for n in (7, 6, 5)]
    assert [name for name in to if "Letter" in name] == [f"Letter letter-{n}" for n in (7, 6, 5, 4)]
    assert (to["Stewards"], to["Mandate letters"]) == ("../../stewards/", "../../mandate-letters/")


@pytest.mark.parametrize("is_hidden", [False, True])
def test_council_links_to_the_steward_who_came(site: SiteFolder, is_hidden: bool) -> None:
    """A steward whom the public may not see is a role and nothing more."""
    write_steward(site, extra="status: draft" if is_hidden else "")
    attend(site, "{role: The minister for health, steward: ann}")
    (page,) = built(site, "council/2025-q1/index.html")
    assert "The minister for health" in page
    assert ("Steward ann" in page) != is_hidden
    assert ("Steward ann" in links(site, "council/2025-q1/index.html")) != is_hidden


def test_council_names_somebody_without_a_page(site: SiteFolder) -> None:
    """A name may stand without a steward's page."""
    attend(site, "{role: A nurse, name: Ada Example}")
    (page,) = built(site, "council/2025-q1/index.html")
    assert "Ada Example, A nurse" in page


def test_hidden_steward_is_in_no_file(site: SiteFolder) -> None:
    """And a letter to one waits until the public may see both."""
    path = write_steward(site, extra="status: draft")
    site.edit(path, "name: Steward ann", "name: Zebedee")
    attend(site, "{role: The minister, steward: ann}")
    site.build()
    assert [name for name, data in site.files().items() if b"Zebedee" in data] == []
    write_letter(site)
    (problem,) = site.problems()
    assert (problem.rule, problem.level) == ("hidden-reference", "error")


def test_steward_can_be_found(site: SiteFolder) -> None:
    """By name, role, department and own words, under the missions answered for."""
    extra = "department: The health department"
    write_steward(site, missions="health, clean-energy", extra=extra, body="Once a nurse.")
    record = records_of(site)["stewards/ann/"]
    assert record.facts == "Steward, Good health, The minister called ann"
    assert record.text.endswith("The minister called ann. The health department. Once a nurse.")
    assert dict(record.filters)["mission"] == ("Good health", "Clean energy")
    site.build()
    assert "Steward ann" in site.page("a-z/s/index.html")
    assert "stewards/ann/" in site.page("sitemap.xml")


def test_every_word_that_finds_a_steward_or_a_letter_stands_on_its_page(site: SiteFolder) -> None:
    """The search says nothing of them that a reader can not read."""
    write_stewardship(site)
    site.edit("content/stewards/ann.md", "kind:", "department: The health department\nkind:")
    site.build()
    found = {
        address: record
        for address, record in records_of(site).items()
        if address.startswith(("stewards/", "mandate-letters/"))
    }
    assert len(found) == 4
    for address, record in found.items():
        (main,) = tree(site.page(f"{address}index.html")).iter("main")
        shown = set(WORD.findall(" ".join(map(str, main.itertext()))))
        assert set(WORD.findall(f"{record.title} {record.text}")) <= shown, address


def test_steward_is_a_person_to_machines(site: SiteFolder) -> None:
    """With the role and the department of the day, and without a role that is over."""
    write_steward(site, extra="department: The health department")
    write_steward(site, "bob", extra="from: 2020-01-01\nuntil: 2021-01-01\ndepartment: It")
    write_steward(site, "cat", extra="illustrative: true")
    site.build()
    person = things(site, "stewards/ann/")["Person"]
    assert person["jobTitle"] == "The minister called ann"
    assert person["worksFor"] == {
        "@type": "GovernmentOrganization",
        "name": "The health department",
    }
    assert not {"jobTitle", "worksFor"} & things(site, "stewards/bob/")["Person"].keys()
    assert "Person" not in things(site, "stewards/cat/")
    assert "This is an illustrative example." in site.page("stewards/cat/index.html")
