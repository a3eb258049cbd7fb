"""The promises of the product that are built so far, each as a reader would find it broken."""

import io
import re
from collections.abc import Mapping
from typing import Any

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from site_builder import build
from site_builder.build import ProblemsFound
from site_builder.check.report import report
from site_builder.publish.renderer import COSTLY
from site_builder.read.addresses import Addresses
from site_builder.read.types import ITEM_KINDS
from tests.canaries import CANARY, leaks, plant_hidden, plant_people, plant_referring
from tests.compose.stories import photograph, story, write_pictured_story, write_story
from tests.conftest import SiteFolder
from tests.shown import ShownFolder

STORIES = "content/case-studies"
LIFTS = "2025-06-26T09:00+01:00"
A_SECOND_BEFORE = "2025-06-26T08:59:59+01:00"


@pytest.fixture
def site(site: SiteFolder) -> ShownFolder:
    """Return a copy of the small site, of which what is looked at is rendered."""
    return ShownFolder(site.root)


# Promise 1: nothing wrong is published.


@pytest.mark.usefixtures("built")
def test_problems_of_many_files_are_named_in_one_run_and_nothing_is_published(
    site: SiteFolder,
) -> None:
    """Every problem of every file is told at once, then the count, and the old site stays."""
    site = SiteFolder(site.root)
    before = site.files()
    site.edit(f"{STORIES}/night-nurses.md", "mission: health", "mision: health")
    site.edit(f"{STORIES}/warm-homes.md", "2025-02-10", "2025-02-30")
    site.edit("content/pages/about.md", "../registers/places.yml", "../register/places.yml")
    site.edit("content/missions/health.md", "colour: '#004f86'", "colour: blue")
    with pytest.raises(ProblemsFound) as found:
        site.build()
    text = report(found.value.problems)
    for name in ("night-nurses", "warm-homes", "about", "health"):
        assert f"/{name}.md:" in text
    count = len(found.value.problems)
    assert text.endswith(f"\n\n{count} problems in 4 files. Nothing was published.")
    assert site.files() == before


# Promise 2: nothing leaks.

BODY = f"The {CANARY} sings.\n\n## A {CANARY} heading\n"
HIDDEN = {
    "draft": "status: draft",
    "embargoed": f"publish_at: {LIFTS}",
    "embargoed-withdrawal": (
        f"publish_at: {LIFTS}\nstatus: withdrawn\nwithdrawn: {{on: 2025-05-01, reason: {CANARY}}}"
    ),
}
FEED_ENDINGS = ("feed.xml", "feed.atom", "feed.json")
OF_A_NOTICE = r"tag:record\.example\.org,[^<\"]+|https://record\.example\.org/[a-z/-]*flown/"
"""What a feed says of what was withdrawn, beside the reason: its id and its address."""
WITHDRAWN = "status: withdrawn\nwithdrawn: {on: 2025-05-01, reason: The bird flew away.}"


def plant(site: SiteFolder, state: str, slug: str = CANARY) -> None:
    """Plant an item of every kind with the canary in every place that readers could see."""
    registers = {
        "partners.yml": f"\n{slug}: {{name: The {CANARY} trust, kind: community}}\n",
        "places.yml": f"\n{slug}: {{name: The {CANARY} cage, nation: Wales, region: {CANARY}}}\n",
    }
    for name, entry in registers.items():
        path = f"content/registers/{name}"
        site.write(path, (site.root / path).read_text("utf-8") + entry)
    site.write(f"content/images/{CANARY}.jpg", photograph())
    image = f"image: {{file: ../images/{CANARY}.jpg, alt: A {CANARY}}}"
    changes = f"changes: [{{date: 2025-05-01, note: The {CANARY} moved.}}]"
    extra = f"aliases: [was-{slug}]\n{image}\n{changes}\n{state}"
    text = story(f"A {CANARY}", mission=slug, extra=extra, body=BODY)
    for shared in ("leeds-city-council", "leeds", "solving-together"):
        text = text.replace(shared, slug)
    site.write(f"{STORIES}/{slug}.md", text)
    head = f"---\ntitle: A {CANARY}\nsummary: A {CANARY}.\n{state}\n"
    site.write(f"content/missions/{slug}.md", f"{head}statement: A {CANARY}.\n---\n{BODY}")
    for folder in ("principles", "pages"):
        site.write(f"content/{folder}/{slug}.md", f"{head}---\n{BODY}")
    site.write("content/council/2025-q3.md", council(slug, state))


def council(slug: str, state: str) -> str:
    promise = f"{{id: {slug}, text: A {CANARY}., owner: A {CANARY}, mission: {slug}}}"
    return f"""---
quarter: 2025-Q3
summary: A {CANARY} was heard.
held_on: 2025-05-29
chair: A {CANARY}
state: agreed
agenda: [{{item: A {CANARY}, mission: {slug}}}]
case_studies: [{slug}]
commitments: [{promise}]
{state}
---
{BODY}"""


def refer(site: SiteFolder, slug: str = CANARY) -> None:
    """Let public items refer to the hidden ones wherever that is allowed."""
    quarter = "content/council/2025-q2.md"
    site.edit(quarter, "case_studies: [night-nurses]", f"case_studies: [night-nurses, {slug}]")
    site.edit(quarter, "case_study: warm-homes", f"case_study: {slug}")
    update = f"  - {{commitment: {slug}, state: kept, note: Sung.}}\n---\n"
    site.edit(quarter, "---\nWhat was said", f"{update}What was said")
    site.edit(
        f"{STORIES}/warm-homes.md",
        "principles:\n",
        f"principles:\n  - {{principle: {slug}, how: By singing.}}\n",
    )


@pytest.mark.parametrize("state", HIDDEN.values(), ids=HIDDEN)
def test_hidden_item_of_any_kind_is_in_no_file(site: SiteFolder, state: str) -> None:
    """What is a draft, or under embargo, is in no page, feed, map, image, address or name."""
    site.build(now=A_SECOND_BEFORE)
    before = site.files()
    plant(site, state)
    site.build(now=A_SECOND_BEFORE)
    assert site.files() == before
    refer(site)
    site.build(now=A_SECOND_BEFORE)
    assert leaks(site.files()) == {}


def test_withdrawn_item_of_any_kind_shows_its_reason_and_nothing_else(site: SiteFolder) -> None:
    """What was withdrawn keeps its address, and none of its words."""
    plant(site, WITHDRAWN, slug="flown")
    refer(site, "flown")
    site.build()
    assert leaks(site.files()) == {}
    for address in (
        "case-studies/flown", "commitments/flown", "council/2025-q3", "flown", "missions/flown",
        "principles/flown",
    ):  # fmt: skip
        assert "The bird flew away." in site.page(f"{address}/index.html")
    assert "flown" not in site.page("sitemap.xml")
    for name in (name for name in site.files() if name.endswith(FEED_ENDINGS)):
        assert "flown" not in re.sub(OF_A_NOTICE, "", site.page(name)), name
    assert "The bird flew away." in site.page("feed.xml")


def test_embargo_lifts_at_its_moment_and_not_a_second_before(site: SiteFolder) -> None:
    """An item is nowhere before its moment, and everywhere from then on."""
    plant(site, HIDDEN["embargoed"])
    site.build(now=A_SECOND_BEFORE)
    assert leaks(site.files()) == {}
    site.build()
    assert leaks(site.files()) == {}
    site.build(now="2025-06-26T08:00:00Z")
    lifted = leaks(site.files())
    assert "index.html" in lifted
    assert "feed.xml" in lifted
    assert "sitemap.xml" in lifted
    assert any(name.startswith("pagefind/fragment/") for name in lifted)
    assert f"case-studies/{CANARY}/index.html" in lifted


def test_item_that_turns_draft_again_is_taken_back(site: SiteFolder) -> None:
    """What was public and is a draft again leaves every page that was kept from the last build."""
    site = SiteFolder(site.root)
    plant(site, "status: published")
    site.build()
    assert f"missions/{CANARY}/feed.xml" in leaks(site.files())
    for path in (site.root / "content").rglob("*.md"):
        text = path.read_text("utf-8")
        path.write_text(text.replace("status: published", "status: draft"), "utf-8")
    site.build()
    assert leaks(site.files()) == {}


DRAFT = {"status": "draft"}
EMBARGOED = {"publish_at": LIFTS}
GONE = {
    "status": "withdrawn",
    "withdrawn": {"on": "2025-05-01", "reason": "The bird flew away."},
}


@pytest.fixture
def unchecked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let everything pass the check, for what follows must not lean on it."""
    monkeypatch.setattr(build, "checked", lambda *_, **__: ())


def told(site: ShownFolder, now: str | None) -> dict[str, str]:
    """Build a site; return each file with a canary, and each image with one in what it is made of.

    The words on a social card are pixels in its file, and words in its inputs.
    """
    assert site.content().problems == ()
    site.build(now=now)
    inputs = {
        f"inputs of {one.path}": repr(one.inputs).encode()
        for one in site.outputs()
        if one.template in COSTLY
    }
    return leaks({**site.files(), **inputs})


@pytest.mark.usefixtures("unchecked")
@pytest.mark.parametrize("state", [DRAFT, EMBARGOED, EMBARGOED | GONE], ids=HIDDEN)
def test_no_field_of_a_hidden_item_of_any_kind_is_in_a_file(
    site: ShownFolder, state: Mapping[str, Any]
) -> None:
    """All fields of all types are filled in, and items that all can see refer to them."""
    plant_hidden(site, state, CANARY)
    plant_referring(site, CANARY)
    assert told(site, A_SECOND_BEFORE) == {}
    assert told(site, None) == {}


@pytest.mark.usefixtures("unchecked")
def test_no_field_of_a_withdrawn_item_of_any_kind_is_in_a_file(site: ShownFolder) -> None:
    """An address stays with its reason, and nothing that any field of it said."""
    plant_hidden(site, GONE, "flown")
    plant_referring(site, "flown")
    assert told(site, None) == {}
    withdrawn = [name for name, data in site.files().items() if b"The bird flew away." in data]
    slugs = {"council summary": "2025-q3"}
    for kind in ITEM_KINDS:
        address = Addresses().at(kind.name, slugs.get(kind.name, "flown"))
        assert f"{address}index.html" in withdrawn


@pytest.mark.usefixtures("unchecked")
def test_canaries_sing_in_every_sort_of_file_once_they_may(site: ShownFolder) -> None:
    """The tests above would see a leak: what may be public has canaries in all sorts of files."""
    plant_hidden(site, EMBARGOED, CANARY)
    found = told(site, LIFTS)
    for end in (
        ".html",
        ".xml",
        "feed.atom",
        "feed.json",
        ".avif",
        ".webp",
        ".jpg",
        ".png",
        ".pf_fragment",
        ".pf_index",
    ):
        assert any(name.endswith(end) for name in found), end
    data = {name for name in site.files() if name.startswith("data/")}
    for end in (".json", ".csv"):
        sheets = {name for name in data if name.endswith(end)}
        assert bool(sheets) == bool(sheets & found.keys()), end


ENDED = {"expires": "2025-06-25"}
HELD_BACK = {
    "ended": (ENDED, A_SECOND_BEFORE),
    "ended-or-not": ({"expires": "2060-01-01"}, None),
    "taken-back": ({"taken_back": "2025-05-01"}, None),
    "never-given": ({"id": "another"}, None),
    "for-nothing-shown": ({"scope": ["name"]}, None),
}


@pytest.mark.usefixtures("unchecked")
@pytest.mark.parametrize(("consent", "now"), HELD_BACK.values(), ids=HELD_BACK)
def test_nothing_of_a_person_without_consent_is_in_a_file(
    site: ShownFolder, consent: Mapping[str, Any], now: str | None
) -> None:
    """Name, words, image, its text, its caption and its file name: none of them is anywhere."""
    plant_people(site, consent)
    assert told(site, now) == {}
    assert "A text." in site.page("case-studies/seen/index.html")


def test_person_is_shown_up_to_the_last_day_of_the_consent(site: ShownFolder) -> None:
    """What was in pages, feeds, the search and image files is in none of them the day after."""
    plant_people(site, ENDED)
    shown = told(site, "2025-06-25T23:59+01:00")
    for start in ("case-studies/seen/index.html", "feed.xml", "pagefind/fragment/", "images/"):
        assert any(name.startswith(start) for name in shown), start
    problems = site.problems(now=A_SECOND_BEFORE)
    assert [one.rule for one in problems].count("consent-ended") == len(ITEM_KINDS)
    assert told(site, A_SECOND_BEFORE) == {}


@pytest.mark.usefixtures("unchecked")
def test_pseudonym_and_real_name_are_in_no_file_together(site: ShownFolder) -> None:
    """Even where a file of content has both, nothing that is made from it has the real name."""
    voice = f"pseudonym: Bron, name: {CANARY.title()} Example, role: a tenant, quote: Hello."
    given = f"id: a, who: {CANARY} Example, given_on: 2025-01-01, scope: [name, quote, image]"
    extra = f"voices: [{{{voice}, consent: a}}]\nconsent: [{{{given}}}]"
    write_story(site, "two-names", "Two names", extra=extra)
    assert told(site, None) == {}
    assert "Bron" in site.page("case-studies/two-names/index.html")


# Promise 3: nothing is lost, as far as an author says what moved.


def test_renamed_story_answers_at_each_earlier_address(site: ShownFolder) -> None:
    """An alias leads on to where the story is now, by link and by refresh."""
    write_story(site, "now", "Now", extra="aliases: [first, second]")
    site.build()
    for slug in ("first", "second"):
        page = site.page(f"case-studies/{slug}/index.html")
        assert 'http-equiv="refresh" content="0; url=../../case-studies/now/"' in page
        assert '<a href="../../case-studies/now/">' in page
        assert '<link rel="canonical" href="https://record.example.org/case-studies/now/">' in page


def test_withdrawn_story_answers_with_reason_and_what_replaces_it(site: ShownFolder) -> None:
    """A withdrawal says when and why, and leads to what replaces it, from every old address."""
    instead = "{on: 2025-05-01, reason: It was about another street., replaced_by: warm-homes}"
    extra = f"aliases: [older]\nstatus: withdrawn\nwithdrawn: {instead}"
    write_story(site, "gone", "Gone", extra=extra)
    site.build()
    page = site.page("case-studies/gone/index.html")
    assert "1 May 2025" in page
    assert "It was about another street." in page
    assert 'href="../../case-studies/warm-homes/"' in page
    assert "url=../../case-studies/gone/" in site.page("case-studies/older/index.html")


# Promise 4: nothing spies.

SECRET = "51.5034N 0.1276W, taken by A. Nother"


def revealing_images() -> dict[str, bytes]:
    """Return images whose files say more than their pixels, by the name of the file."""
    exif = Image.Exif()
    exif[0x010E] = SECRET
    exif[0x0112] = 6
    exif.get_ifd(0x8825).update({1: "N", 2: (51.0, 30.0, 12.3), 3: "W", 4: (0.0, 7.0, 39.5)})
    text = PngInfo()
    text.add_text("Location", SECRET)
    text.add_itxt("XML:com.adobe.xmp", SECRET)
    xmp = SECRET.encode()
    return {
        "photo.jpg": photograph(
            exif=exif.tobytes(), comment=SECRET.encode(), xmp=xmp, icc_profile=xmp
        ),
        "chart.png": photograph("PNG", pnginfo=text, exif=exif.tobytes()),
        "photo.webp": photograph("WEBP", exif=exif.tobytes(), xmp=xmp),
        "photo.avif": photograph("AVIF", exif=exif.tobytes(), xmp=xmp),
        "clear.png": clear_png(text),
    }


def clear_png(text: PngInfo) -> bytes:
    written = io.BytesIO()
    Image.new("RGBA", (40, 30), (10, 20, 30, 40)).save(written, "PNG", pnginfo=text)
    return written.getvalue()


@pytest.mark.parametrize("name", revealing_images())
def test_published_image_says_nothing_but_its_pixels(site: ShownFolder, name: str) -> None:
    """No place, no name, no date and no device of a photographer leaves with an image."""
    data = revealing_images()[name]
    with Image.open(io.BytesIO(data)) as original:
        assert SECRET in str([original.info, dict(original.getexif())]) or b"51.50" in data
    site.write(f"content/images/{name}", data)
    body = f"![A wide field](../images/{name})"
    extra = f"image: {{file: ../images/{name}, alt: A field}}"
    write_story(site, "field", "A field", extra=extra, body=body)
    site.build()
    images = {path: site.files()[path] for path in site.files() if path.startswith("images/")}
    endings = {path.rsplit(".", 1)[1] for path in images}
    assert endings == {"avif", "webp", "png" if name == "clear.png" else "jpg"}
    for published in images.values():
        assert b"51.50" not in published
        with Image.open(io.BytesIO(published)) as image:
            assert not image.getexif()
            assert {*image.info} <= OF_THE_FORMAT


OF_THE_FORMAT = {
    "jfif", "jfif_version", "jfif_unit", "jfif_density", "progressive", "progression",
    "loop", "background",
}  # fmt: skip
"""What a format itself says of any image."""


def without_search(page: str) -> str:
    """Return the page of search without its one script, a file of the site, and its template."""
    script = r'<script type="module" src="\.\./assets/search-[0-9a-f]{12}\.js"></script>'
    page, scripts = re.subn(script, "", page)
    page, templates = re.subn(r"<template>.*?</template>", "", page, flags=re.S)
    assert (scripts, templates) == (1, 1)
    return page


def test_pages_run_nothing_and_ask_no_other_host(site: ShownFolder) -> None:
    """No page but search's has a script; none has a style, a frame or another host's anything."""
    write_pictured_story(site)
    site.build()
    assert " srcset=" in site.page("case-studies/field/index.html")
    for name, data in site.files().items():
        if name.endswith(".html"):
            page = data.decode()
            # A block of data is no script: browsers keep it and do nothing with it.
            page = page.replace('<script type="application/ld+json">', "")
            if name == "search/index.html":
                page = without_search(page)
            assert not re.search(r"<(script|style|iframe|object|embed|form)\b", page), name
            assert not re.search(r"\s(style|on\w+|ping)=", page), name
            assert not re.search(r"\ssrc=\"(\w+:)?//", page), name
            for candidates in re.findall(r"\ssrcset=\"([^\"]*)\"", page):
                assert "//" not in candidates, name
            assert not re.search(r"<link rel=\"(?!canonical)[^>]*href=\"(https?:)?//", page), name
    styles = [site.files()[name] for name in site.files() if name.endswith(".css")]
    assert not any(re.search(rb"@import|url\((?!data:)", style) for style in styles)


# Promise 6 is invariant 2, in test_invariants.py.
