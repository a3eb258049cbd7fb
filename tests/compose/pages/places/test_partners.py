"""Partners are listed by kind, and each kind has its own list of stories."""

from tests.compose.markup import elements, texts, tree
from tests.compose.pages.places.registers import add_partner, write_story_of
from tests.conftest import SiteFolder


def test_partners_stand_under_their_kind_with_counts(site: SiteFolder) -> None:
    """Kinds are in the order of the register's list; each leads to its own page."""
    add_partner(site, "clinic", "nhs")
    add_partner(site, "ward", "nhs")
    write_story_of(site, "one", partner="clinic, ward")
    site.build()
    page = tree(site.page("partners/index.html"))
    heads = [(a.text, a.get("href")) for a in elements(page, "//main//h2/a")]
    assert heads == [
        ("Local government", "../partners/kinds/local-government/"),
        ("The National Health Service", "../partners/kinds/nhs/"),
    ]
    notes = texts(page, "//main//h2/following-sibling::p[1]/text()")
    assert notes == ["1 partner in 2 stories.", "2 partners in 1 story."]


def test_kind_lists_a_story_with_two_of_its_partners_once(site: SiteFolder) -> None:
    """A story belongs to a kind, however many partners of the kind it has."""
    add_partner(site, "clinic", "nhs")
    add_partner(site, "ward", "nhs")
    write_story_of(site, "one", partner="clinic, ward")
    site.build()
    page = tree(site.page("partners/kinds/nhs/index.html"))
    assert texts(page, "//article//h3/a/text()") == ["Story one"]
    assert texts(page, "//ul[@class='index']//a/text()") == ["Partner clinic", "Partner ward"]


def test_kind_of_many_partners_names_some_and_leads_to_all(site: SiteFolder) -> None:
    """The list of all kinds is bounded; the page of a kind names every partner of it."""
    for number in range(10, 25):
        add_partner(site, f"p{number}", "research")
        write_story_of(site, f"story-{number}", partner=f"p{number}")
    site.build()
    everything = tree(site.page("partners/index.html"))
    assert len(elements(everything, "//ul[@class='index'][preceding::h2[1]/a='Research']/li")) == 12
    (more,) = elements(everything, "//main//p/a")
    assert (more.text, more.get("href")) == (
        "3 more of this kind", "../partners/kinds/research/",
    )  # fmt: skip
    first = site.page("partners/kinds/research/index.html")
    assert all(f"Partner p{number}<" in first for number in range(10, 25))
    assert "Partner p10<" not in site.page("partners/kinds/research/page/2/index.html")


def test_partner_leads_to_its_kind(site: SiteFolder) -> None:
    """The way up from a partner is its kind."""
    site.build()
    page = site.page("partners/leeds-city-council/index.html")
    links = texts(tree(page), "//nav[@class='trail']//a/text()")
    assert links == ["Home", "Partners", "Local government"]
