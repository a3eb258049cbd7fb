"""Addresses below an old name, and pages that nothing belongs to any more, go on answering."""

import re
from collections.abc import Mapping

from site_builder.doors.record import record
from tests.compose.barriers import write_barrier
from tests.compose.stories import write_story
from tests.conftest import SiteFolder

ID = re.compile(r"tag:[^<\"]+")
FEED = re.compile(r"feed[^/]*\.(xml|atom|json)$")


def ids(site: SiteFolder) -> Mapping[str, list[str]]:
    """Return the ids in each feed, in their order."""
    feeds = {path: site.files()[path] for path in site.files() if FEED.search(path)}
    return {path: ID.findall(data.decode()) for path, data in feeds.items()}


def rename(site: SiteFolder, folder: str, old: str, new: str) -> None:
    """Rename a file with its alias, and correct what names it, as its author would."""
    file = site.root / f"content/{folder}/{old}.md"
    text = file.read_text("utf-8")
    had = re.search(r"^aliases: \[(.*)\]\n", text, re.M)
    names = f"{had[1]}, {old}" if had else old
    text = text.replace(had[0] if had else "", "", 1).replace(
        "---\n", f"---\naliases: [{names}]\n", 1
    )
    file.unlink()
    file.with_name(f"{new}.md").write_text(text, "utf-8")
    for path in (site.root / "content").rglob("*.md"):
        lines = path.read_text("utf-8").split("\n")
        named = [
            line if line.startswith("aliases") else re.sub(rf"\b{old}\b", new, line)
            for line in lines
        ]
        path.write_text("\n".join(named), "utf-8")


def leads_to(site: SiteFolder, old: str, new: str) -> bool:
    """Tell whether the page at an old address leads on, by link, by refresh and in its head."""
    page = site.page(f"{old}index.html")
    up = "../" * old.count("/")
    return (
        f'<link rel="canonical" href="https://record.example.org/{new}">' in page
        and f'http-equiv="refresh" content="0; url={up}{new}"' in page
        and f'<a href="{up}{new}">' in page
        and "<script" not in page
    )


def test_renamed_story_barrier_and_mission_change_no_id_and_lose_no_address(
    site: SiteFolder,
) -> None:
    """Every address of before answers, every id is as it was, and the ledger is content; twice."""
    write_barrier(site, "records", "Records")
    write_story(site, "old", "Old", date="2025-03-20", extra="barriers: [records]")
    site.build()
    record(site.settings())
    before, addresses = ids(site), site.files().keys()
    steps = (
        (
            ("case-studies", "old", "new"),
            ("barriers", "records", "files"),
            ("missions", "health", "care"),
        ),
        (
            ("case-studies", "new", "newer"),
            ("barriers", "files", "papers"),
            ("missions", "care", "nhs"),
        ),
    )
    for step in steps:
        for folder, old, new in step:
            rename(site, folder, old, new)
        site.build()
        record(site.settings())
        for path, of_feed in before.items():
            assert ids(site)[path] == of_feed, path
        for folder, old, new in step:
            assert leads_to(site, f"{folder}/{old}/", f"{folder}/{new}/")
        pages = {one for one in addresses if one.endswith("index.html")}
        assert pages <= site.files().keys()
    assert leads_to(site, "case-studies/old/", "case-studies/newer/")
    assert ids(site)["missions/nhs/feed.xml"] == before["missions/health/feed.xml"]


def test_pages_and_files_below_an_old_name_answer(site: SiteFolder) -> None:
    """A timeline leads on; a feed stands at its old address, for a reader may not follow."""
    site.build()
    below = {path for path in site.files() if path.startswith("missions/health/")}
    assert {"missions/health/timeline/index.html", "missions/health/feed.xml"} <= below
    rename(site, "missions", "health", "care")
    site.build()
    assert below <= site.files().keys()
    assert leads_to(site, "missions/health/timeline/", "missions/care/timeline/")
    assert leads_to(site, "learning/missions/health/", "learning/missions/care/")
    assert site.page("missions/health/feed.xml").count("<item>")
    line = "/missions/health/timeline/ /missions/care/timeline/ 301\n"
    assert line in site.page("_redirects")


def test_place_and_quarter_with_nothing_left_keep_a_page(site: SiteFolder) -> None:
    """The last story of a place may be withdrawn: what was recorded says that nothing is there."""
    places = "content/registers/places.yml"
    text = (site.root / places).read_text("utf-8")
    site.write(places, f"{text}ely: {{name: Ely, nation: England, region: Fens}}\n")
    path = write_story(site, "a", "A", date="2023-05-01")
    site.edit(path, "place: leeds", "place: ely")
    record(site.settings())
    gone = "status: withdrawn\nwithdrawn: {on: 2025-05-01, reason: Wrong.}\nmission:"
    site.edit(path, "mission:", gone)
    site.build()
    for address in ("places/ely/", "quarters/2023-q2/"):
        page = site.page(f"{address}index.html")
        assert "Nothing stands here any more" in page
        assert 'name="robots" content="noindex' in page
        assert f"https://record.example.org/{address}<" not in site.page("sitemap.xml")
