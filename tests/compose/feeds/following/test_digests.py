"""Digests: what happened in a mission in a quarter, as e-mail that a mailing system can send."""

import re

import pytest
from lxml import html

from tests.compose.events import write_event
from tests.compose.markup import elements, texts, tree
from tests.compose.pages.test_every_page import html_errors
from tests.compose.stories import write_story
from tests.conftest import SiteFolder

ROOT = "https://record.example.org/"
ENERGY = "digests/clean-energy/2025-q2"
COUNCIL = "content/council/2025-q2.md"


def build(site: SiteFolder, now: str | None = None) -> dict[str, bytes]:
    """Build with digests and return their files."""
    site.build(digests=True, now=now)
    return {path: site.files()[path] for path in site.files() if path.startswith("digests/")}


def text_of(site: SiteFolder, path: str = ENERGY) -> str:
    return build(site)[f"{path}.txt"].decode()


def section(text: str, title: str) -> str:
    """Return what stands under a heading of plain text."""
    _, found, rest = text.partition(f"{title}\n{'-' * len(title)}\n")
    assert found, f"no heading {title!r}"
    return re.split(r"\n\n.*\n-+\n", rest)[0]


def test_site_that_does_not_ask_has_no_digest(site: SiteFolder) -> None:
    """They are for a mailing system, and most sites have none."""
    site.build()
    assert not [path for path in site.files() if path.startswith("digests/")]


def test_site_without_address_has_no_digest(site: SiteFolder) -> None:
    """No link of a letter would lead anywhere."""
    site.edit("mkdocs.yml", "site_url: https://record.example.org/\n", "")
    assert build(site) == {}


def test_digest_tells_new_stories_with_summary_and_whole_address(site: SiteFolder) -> None:
    """A reader of the letter knows what happened, and where to read it."""
    write_story(site, "roofs", "New roofs", date="2025-04-02", mission="clean-energy")
    write_story(site, "older", "Older roofs", date="2025-03-31", mission="clean-energy")
    write_story(site, "elsewhere", "A ward", date="2025-04-02", mission="health")
    told = section(text_of(site), "New stories").strip()
    address = f"{ROOT}case-studies/roofs/"
    assert told == f"* New roofs\n  New roofs, told in one sentence.\n  {address}"


def test_digest_tells_promises_and_what_became_of_them(site: SiteFolder) -> None:
    """A promise stands in the digest of its own quarter, and in that of each later word on it."""
    made = section(text_of(site, "digests/clean-energy/2025-q1"), "What was promised")
    assert "* Warm a second street. (illustrative)\n  Owner: The mission's lead" in made
    kept = section(text_of(site), "What became of earlier promises")
    assert kept.strip().startswith(
        "* Warm a second street. (illustrative)\n  Kept. The street is warm.\n"
        f"  {ROOT}commitments/second-street/"
    )


def test_digest_says_where_a_council_was_silent(site: SiteFolder) -> None:
    """A promise of which nothing was said is not passed over in the letter either."""
    text = (site.root / COUNCIL).read_text()
    site.write(COUNCIL, re.sub(r"commitment_updates:\n(  .*\n)*", "", text))
    write_story(site, "roofs", "New roofs", date="2025-04-02", mission="clean-energy")
    told = section(text_of(site), "What became of earlier promises")
    assert "Nothing was said of it at the council of April to June 2025." in told


def test_digest_says_nothing_of_promises_that_were_settled_before(site: SiteFolder) -> None:
    """Silence on a promise that was kept is no silence."""
    council = (site.root / COUNCIL).read_text()
    council = re.sub(r"commitment_updates:\n(  .*\n)*", "", council)
    council = council.replace("2025-Q2", "2025-Q3").replace("2025-06-26", "2025-09-25")
    site.write("content/council/2025-q3.md", council)
    write_story(site, "roofs", "New roofs", date="2025-07-02", mission="clean-energy")
    assert "earlier promises" not in text_of(site, "digests/clean-energy/2025-q3")


def test_digest_tells_what_comes_next(site: SiteFolder) -> None:
    """The quarter after is what can still be planned; what is called off says so."""
    mission = "mission: clean-energy\nheld_on: "
    write_event(site, "late", f"{mission}2025-08-20", title="Late")
    write_event(site, "soon", f"{mission}2025-07-01\ncalled_off: A flood.", title="Soon")
    write_event(site, "far", f"{mission}2025-10-01", title="Far")
    coming = section(text_of(site), "What you can come to next")
    assert coming.index("* Called off: Soon\n") < coming.index("* Late\n")
    assert "This is called off. The\n  reason: A flood." in coming
    assert "Far" not in coming


def test_quarter_in_which_nothing_happened_has_no_digest(site: SiteFolder) -> None:
    """A letter that says nothing is not written, though something comes after."""
    assert "digests/health/2025-q2.txt" not in build(site)
    write_event(site, "late", "mission: health\nheld_on: 2025-08-20")
    files = build(site)
    assert "digests/health/2025-q2.txt" not in files
    assert "digests/health/2025-q3.txt" in files


def test_quarter_that_is_running_has_no_digest_yet(site: SiteFolder) -> None:
    """A digest tells a whole quarter; where the moment is not known, none is held back."""
    assert f"{ENERGY}.txt" in build(site)
    assert f"{ENERGY}.txt" not in build(site, now="2025-06-30T23:59+01:00")
    assert f"{ENERGY}.txt" in build(site, now="2025-07-01T00:01+01:00")


HOSTILE = "Roofs & <b>walls</b> “said” — 日本 🙂"


def test_plain_text_is_plain_and_short_in_its_lines(site: SiteFolder) -> None:
    """Nothing is escaped that no browser reads, and no address is broken."""
    write_story(site, "a" * 70, HOSTILE, date="2025-04-02", mission="clean-energy")
    text = text_of(site)
    assert f"* {HOSTILE}\n" in text
    assert f"\n  {ROOT}case-studies/{'a' * 70}/\n" in text
    assert max(len(line) for line in text.splitlines() if "://" not in line) <= 72
    assert text.endswith("\n")


@pytest.fixture
def letter(site: SiteFolder) -> html.HtmlElement:
    """Return the digest as a mail program meets it."""
    write_story(site, "hostile", HOSTILE, date="2025-04-02", mission="clean-energy")
    return tree(build(site)[f"{ENERGY}.html"].decode())


def test_html_says_the_same_as_the_plain_text(letter: html.HtmlElement, site: SiteFolder) -> None:
    """A mail program shows one of the two, and nobody gets less."""
    plain = text_of(site)
    words = [one.strip() for one in texts(letter, "//main//text()") if one.strip()]
    flat = " ".join(re.sub(r"\s+", " ", re.sub(r"\n[-=]{3,}\n", "\n", plain)).split())
    for one in words:
        assert " ".join(one.split()) in flat


def test_html_can_be_read_by_everybody(letter: html.HtmlElement) -> None:
    """It has a language, a title, headings in order and one column of readable type."""
    assert letter.get("lang") == "en-GB"
    (title,) = elements(letter, "//title")
    (first,) = elements(letter, "//h1")
    assert title.text == first.text
    headings = [str(one.tag) for one in elements(letter, "//h1 | //h2 | //h3")]
    assert headings[0] == "h1"
    assert set(headings[1:]) == {"h2"}
    assert not elements(letter, "//table | //img")


def test_html_is_valid(site: SiteFolder) -> None:
    """A mail program forgives less than a browser."""
    write_story(site, "hostile", HOSTILE, date="2025-04-02", mission="clean-energy")
    assert html_errors(build(site)[f"{ENERGY}.html"]) == []


def test_html_needs_nothing_from_elsewhere_and_no_robot_lists_it(
    letter: html.HtmlElement, site: SiteFolder
) -> None:
    """Its addresses are whole, it loads nothing, and neither map nor search has it."""
    assert not elements(letter, "//script | //style | //form | //iframe | //link | //*[@src]")
    hrefs = texts(letter, "//@href")
    assert hrefs
    assert all(href.startswith(ROOT) for href in hrefs)
    assert texts(letter, "//meta[@name='robots']/@content") == ["noindex"]
    assert b"digests/" not in site.files()["sitemap.xml"]
    assert "unsubscribe" not in html.tostring(letter, encoding="unicode").casefold()


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours as WCAG counts it."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    whole = colour if len(colour) == 6 else "".join(2 * digit for digit in colour)
    parts = [int(whole[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    parts = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def test_html_has_the_contrast_that_pages_have(letter: html.HtmlElement) -> None:
    """Text and links stand out from their ground by 7 to 1 or more."""
    styles = " ".join(texts(letter, "//@style"))
    (ground,) = re.findall(r"background:#(\w+)", styles)
    inks = re.findall(r"(?:^|[ ;])color:#(\w+)", styles)
    assert inks
    assert min(contrast(ground, ink) for ink in inks) >= 7


def test_digest_of_an_item_that_nobody_may_see_does_not_name_it(site: SiteFolder) -> None:
    """What is on no page is in no letter."""
    write_story(
        site, "secret", "A canary", date="2025-04-02", mission="clean-energy", extra="status: draft"
    )
    assert not [path for path, data in build(site).items() if b"canary" in data]
