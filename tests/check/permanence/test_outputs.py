"""A recorded address that would have no file stops the build, whatever the cause."""

from pathlib import Path

import pytest

from site_builder.build import ProblemsFound
from site_builder.compose.frame.feed_names import FORMATS
from site_builder.doors.record import record
from site_builder.read.ledger import FEED_ENDINGS
from site_builder.relate.permanence.promised import files_of, promised
from tests.compose.stories import write_story
from tests.conftest import SiteFolder
from tests.doors.test_record import LEDGER, ledger, missions

URL = "site_url: https://record.example.org/\n"
PLACES = "content/registers/places.yml"
GONE = "status: withdrawn\nwithdrawn: {on: 2025-05-01, reason: Wrong.}\nmission:"


@pytest.fixture
def site(site: SiteFolder) -> SiteFolder:
    """Return a folder whose site is really published: what stands there is what is asked."""
    return SiteFolder(site.root)


def test_line_of_a_feed_stands_for_every_format_and_its_page() -> None:
    """A line is short, and what it stands for is what feeds are."""
    assert tuple(FORMATS) == FEED_ENDINGS
    paths = [f"places/ely/feed.{ending}" for ending in FORMATS]
    paths += ["places/ely/subscribe/index.html", "feed-1.xml", "feed-1.atom", "feed-1.json"]
    assert promised(paths) == {"feed-1.*": "feed", "places/ely/feed.*": "feed"}
    assert {file for at in promised(paths) for file in files_of(at)} == set(paths)
    assert files_of("") == ("index.html",)


def test_nothing_that_changes_its_name_with_its_bytes_is_promised() -> None:
    """Styles, pictures and cards have a digest in their names; hosts and letters have their own."""
    paths = ["assets/a.css", "images/a.avif", "social/a.png", "pagefind/a", "404.html", "_headers"]
    assert promised([*paths, "digests/health/2025-q1.txt", "_redirects"]) == {}


@pytest.mark.parametrize(
    ("path", "old", "new", "remedy"),
    [
        ("mkdocs.yml", URL, "", "Put `site_url` back in the settings"),
        (
            "mkdocs.yml",
            "hundred_days_from: 2025-01-01",
            "hub: https://hub.example.org/",
            "Put `hundred_days_from` back in the settings.",
        ),
    ],
)
def test_setting_that_takes_addresses_away_stops_check_and_build(
    site: SiteFolder, path: str, old: str, new: str, remedy: str
) -> None:
    """The first line of each sort is named with how many there are; the site stays as it was."""
    site.edit(
        "mkdocs.yml",
        "plugins: [missions]",
        "plugins:\n  - missions:\n      hundred_days_from: 2025-01-01",
    )
    record(site.settings())
    site.build()
    before = site.files()
    site.edit(path, old, new)
    problems = [one for one in site.problems() if one.level == "error"]
    assert problems
    assert {(one.path, one.rule) for one in problems} == {(LEDGER, "address-lost")}
    assert all(one.excerpt for one in problems)
    assert remedy in problems[0].fix
    with pytest.raises(ProblemsFound) as found:
        site.build()
    assert [one for one in found.value.problems if one.level == "error"] == problems
    assert site.files() == before


def test_withdrawing_the_one_story_of_a_place_keeps_its_page_and_feeds_and_tells_them(
    site: SiteFolder,
) -> None:
    """With a ledger and without one, each format goes on with the notice under the story's id."""
    text = (site.root / PLACES).read_text("utf-8")
    site.write(PLACES, f"{text}ely: {{name: Ely, nation: Wales, region: Fens}}\n")
    story = write_story(site, "a", "A secret", date="2023-05-01", extra="lang: cy")
    site.edit(story, "place: leeds", "place: ely")
    record(site.settings())
    site.edit(story, "mission:", GONE)
    for _ in range(2):
        assert [one for one in site.problems() if one.level == "error"] == []
        site.build()
        for ending in FORMATS:
            for feed in (f"places/ely/feed.{ending}", f"languages/cy/feed.{ending}"):
                assert "2023-05-01:case-study/a" in site.page(feed)
                assert "was withdrawn" in site.page(feed)
                assert "secret" not in site.page(feed)
        assert "Nothing stands here any more" in site.page("places/ely/index.html")
        for file in ("places/ely/subscribe/index.html", "languages/cy/subscribe/index.html"):
            assert file in site.files()
        (site.root / LEDGER).unlink(missing_ok=True)


def test_lists_that_are_empty_now_answer_and_lead_up(site: SiteFolder) -> None:
    """A letter, a nation or a part of a list that nothing is in any more was nobody's slip."""
    record(site.settings())
    more = "/a-z/z/\tpage\n/barriers/\tpage\n/barriers/states/stuck/\tpage\n"
    more += "/case-studies/page/7/\tpage\n"
    more += "/feed-1.*\tfeed\n/places/nations/wales/\tpage\n"
    site.write(LEDGER, ledger(site) + more)
    site.build()
    assert '<a href="../../a-z/">' in site.page("a-z/z/index.html")
    assert '<a href="../../../barriers/">' in site.page("barriers/states/stuck/index.html")
    assert 'url=../../../case-studies/"' in site.page("case-studies/page/7/index.html")
    assert all(f"feed-1.{ending}" in site.files() for ending in FORMATS)
    site.write(LEDGER, ledger(site) + "/on-its-own/\tpage\n")
    (problem,) = [one for one in site.problems() if one.level == "error"]
    assert problem.what.startswith("/on-its-own/ was published")


def forget(site: SiteFolder) -> None:
    (site.root / LEDGER).unlink()


def shorten(site: SiteFolder) -> None:
    lines = ledger(site).splitlines(keepends=True)
    site.write(LEDGER, "".join(line for line in lines if "warm-homes" not in line))


@pytest.mark.parametrize("slip", [forget, shorten])
def test_ledger_that_is_missing_or_short_is_named_and_a_loss_behind_it_stops_strict_builds(
    site: SiteFolder, slip: object
) -> None:
    """What stands on the site and is recorded nowhere can not vanish in silence."""
    record(site.settings())
    site.build(strict=True)
    assert missions(site, "check", "--strict").exit_code == 0
    assert callable(slip)
    slip(site)
    done = missions(site, "check", "--strict")
    assert done.exit_code == 1
    assert "/case-studies/warm-homes/" in done.output or "There is no ledger" in done.output
    assert missions(site, "check").exit_code == 0
    site.build(strict=True)
    Path(site.root / "content/case-studies/warm-homes.md").unlink()
    for path in (site.root / "content").rglob("*.md"):
        text = path.read_text("utf-8").replace("warm-homes", "night-nurses")
        path.write_text(text, "utf-8")
    with pytest.raises(ProblemsFound) as found:
        site.build(strict=True)
    assert "address-dropped" in {one.rule for one in found.value.problems}


def test_only_what_stands_on_the_site_is_recorded(site: SiteFolder) -> None:
    """A story that was written since the site was published waits for the next time."""
    site.build()
    write_story(site, "new", "New")
    done = missions(site, "record")
    assert "1 more are not on the site" in done.output
    assert "/case-studies/new/" not in ledger(site)
    site.build()
    assert "1 address added" in missions(site, "record").output
    assert "/case-studies/new/\t" in ledger(site)
