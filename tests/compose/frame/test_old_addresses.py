"""An address of what was withdrawn or replaced goes on answering, for every kind of item."""

import pytest

from site_builder.read.addresses import Addresses
from site_builder.read.types import ITEM_KINDS, Kind
from tests.compose.events import slugs_of, write_item
from tests.compose.markup import texts, tree, words
from tests.compose.pages.test_every_page import ROOT
from tests.compose.stories import write_story
from tests.conftest import SiteFolder

WITHDRAWN = "status: withdrawn\nwithdrawn: {on: 2025-12-03, reason: It was elsewhere.%s}"
REPLACED = WITHDRAWN % ", replaced_by: %s"

of_every_kind = pytest.mark.parametrize("kind", ITEM_KINDS, ids=lambda kind: kind.name)


def page_at(site: SiteFolder, kind: str, slug: str) -> str:
    return site.page(f"{Addresses().at(kind, slug)}index.html")


def refreshes(page: str) -> list[str]:
    return texts(tree(page), "//meta[@http-equiv='refresh']/@content")


@of_every_kind
def test_withdrawn_item_of_every_kind_says_when_and_why(site: SiteFolder, kind: Kind) -> None:
    """The notice names the kind and the reason; the title stands nowhere on the site."""
    slug = slugs_of(kind)[0]
    write_item(site, kind, slug, WITHDRAWN % "")
    site.build()
    page = page_at(site, kind.name, slug)
    assert words(tree(page), "//h1").startswith("This ")
    assert words(tree(page), "//h1").endswith(" was withdrawn")
    assert "It was withdrawn on 3 December 2025. The reason: It was elsewhere." in page
    assert refreshes(page) == []
    assert not [name for name, data in site.files().items() if b"canary" in data]


@of_every_kind
def test_replaced_item_of_every_kind_leads_on_at_once(site: SiteFolder, kind: Kind) -> None:
    """A reader is sent on without a delay; one whose browser stays reads why, and has a link."""
    slug, gone, _ = slugs_of(kind)
    write_item(site, kind, slug)
    write_item(site, kind, gone, REPLACED % slug)
    site.build()
    page, to = page_at(site, kind.name, gone), Addresses().at(kind.name, slug)
    (refresh,) = refreshes(page)
    assert refresh.startswith("0; url=../")
    assert refresh.endswith(f"../{to}")
    assert texts(tree(page), "//link[@rel='canonical']/@href") == [ROOT + to]
    assert texts(tree(page), "//meta[@name='robots']/@content") == ["noindex"]
    assert "It was withdrawn on 3 December 2025. The reason: It was elsewhere." in page
    assert any(href.endswith(f"../{to}") for href in texts(tree(page), "//main//p/a/@href"))


def test_chain_of_replacements_leads_to_the_last(site: SiteFolder) -> None:
    """What was replaced, and its replacement replaced, leads to what stands there now."""
    write_story(site, "a", "A", extra=REPLACED % "b")
    write_story(site, "b", "B", extra=REPLACED % "c")
    write_story(site, "c", "C")
    site.build()
    for slug in ("a", "b"):
        assert refreshes(page_at(site, "case study", slug)) == ["0; url=../../case-studies/c/"]
    told = words(tree(page_at(site, "case study", "c")))
    assert told.count("This takes the place of another case study") == 2


@pytest.mark.parametrize("end", ["status: draft", "publish_at: 2026-09-01T09:00Z", WITHDRAWN % ""])
def test_replacement_that_is_not_public_is_not_led_to(site: SiteFolder, end: str) -> None:
    """A notice leads to nothing that answers nobody, or with a notice of its own."""
    write_story(site, "a", "A", extra=REPLACED % "secret-name")
    write_story(site, "secret-name", "Secret", extra=end)
    site.build()
    page = page_at(site, "case study", "a")
    assert refreshes(page) == []
    assert "secret-name" not in page
    assert "The reason: It was elsewhere." in page


def test_earlier_address_of_a_replaced_item_leads_to_its_notice(site: SiteFolder) -> None:
    """From there, the notice leads on."""
    write_story(site, "a", "A", extra=f"aliases: [older]\n{REPLACED % 'warm-homes'}")
    site.build()
    assert refreshes(page_at(site, "case study", "older")) == ["0; url=../../case-studies/a/"]
    assert refreshes(page_at(site, "case study", "a")) == ["0; url=../../case-studies/warm-homes/"]


def test_old_addresses_are_not_on_the_map_of_the_site(site: SiteFolder) -> None:
    """No robot is sent to a notice."""
    write_story(site, "a", "A", extra=REPLACED % "warm-homes")
    write_story(site, "b", "B", extra=WITHDRAWN % "")
    site.build()
    site_map = site.page("sitemap.xml")
    assert f"{ROOT}case-studies/warm-homes/" in site_map
    for slug in "ab":
        assert f"{ROOT}case-studies/{slug}/" not in site_map
