"""Sites of other places than the demonstration's: their facts come from the settings alone.

Both sites are invented. The province has its own outline, clocks, kinds and year; the city has a
ward, a menu, a home page and a year that begins in April.
"""

import datetime as dt
import json
import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from site_builder.doors.cli import main
from site_builder.read.content import Content
from site_builder.read.kept.before import read_before
from site_builder.read.kept.kept_files import kept_files
from site_builder.settings import SettingsError
from site_builder.settings.named import content_of
from tests.conftest import SITES, SiteFolder
from tests.shown import ShownFolder

OF_THE_DEMONSTRATION = re.compile(
    r"United Kingdom|England|Scotland|London|NHS|National Health|Europe/London|permanent-secretary"
)


def copy_of(name: str, folder: Path) -> ShownFolder:
    return ShownFolder(Path(shutil.copytree(SITES / name, folder / name)))


@pytest.fixture(scope="module")
def province(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    """Return the files of the province."""
    site = copy_of("province", tmp_path_factory.mktemp("province"))
    site.build(strict=True)
    return site.files()


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    """Return the files of the city."""
    site = copy_of("city", tmp_path_factory.mktemp("city"))
    site.build(strict=True)
    return site.files()


def _read(site: SiteFolder) -> Content:
    settings = site.settings()
    with kept_files(settings.cache / "read.sqlite", settings.facts) as texts:
        return content_of(settings, read_before(settings.cache, texts))


def text(files: Mapping[str, bytes], address: str) -> str:
    return files[f"{address}index.html"].decode()


def test_province_names_nothing_of_another_place(province: Mapping[str, bytes]) -> None:
    """No page, feed, calendar or file of data speaks of the United Kingdom."""
    written = (".html", ".json", ".csv", ".ics", ".atom", ".xml", ".opml")
    named = {
        (path, found[0])
        for path, data in province.items()
        if path.endswith(written)
        and not path.startswith("pagefind/")
        and (found := OF_THE_DEMONSTRATION.search(data.decode()))
    }
    assert named == set()


def test_city_in_ontario_is_in_ontario(province: Mapping[str, bytes]) -> None:
    """The register names no nation, since there is but one."""
    page = text(province, "places/sudbury/")
    assert "A city in Northern Ontario, Ontario." in page
    assert 'href="../../places/nations/ontario/"' in page
    assert "Map of Ontario, Canada with Sudbury marked." in page


def test_place_outside_the_outline_is_told_so(province: Mapping[str, bytes]) -> None:
    """It has no mark, and its own page and the page of all places say why."""
    every, own = text(province, "places/"), text(province, "places/visit/")
    assert "1 place has no mark, because it lies outside this map of Ontario, Canada:" in every
    assert "It lies outside the map of Ontario, Canada, so it is not marked there." in own
    assert 'class="map"' not in own
    assert "1 of the 2 stories is from outside Toronto." in every


def test_clocks_are_those_of_the_province(province: Mapping[str, bytes]) -> None:
    """Half past five in Toronto is half past nine in UTC, in summer; a day stands at nine there."""
    calendar = province["council/calendar.ics"].decode()
    assert "DTSTART:20260505T213000Z" in calendar
    assert "TZID" not in calendar
    feed = json.loads(province["feed.json"])
    days = {one["date_published"] for one in feed["items"]}
    assert "2026-04-02T09:00:00-04:00" in days


def test_empty_calendar_has_the_clocks_of_the_province(tmp_path: Path) -> None:
    """A calendar must hold something, and what it holds is true of the place."""
    site = copy_of("province", tmp_path)
    other = (site.root / "content/missions/warm-homes.md").read_text("utf-8")
    site.write("content/missions/schools.md", other.replace("Warm homes", "Schools"))
    site.build()
    calendar = site.files()["missions/schools/calendar.ics"].decode()
    assert "TZID:America/Toronto" in calendar
    assert "TZNAME:EDT" in calendar


def test_days_are_written_as_the_language_of_the_province_has_them(
    province: Mapping[str, bytes],
) -> None:
    """In Canadian English the month comes first."""
    assert "April 2, 2026" in text(province, "case-studies/night-bus/")


def test_kinds_are_those_of_the_province(province: Mapping[str, bytes]) -> None:
    """Partners, stewards and barriers have its kinds, in words, addresses and data."""
    assert "School boards" in text(province, "partners/kinds/school-board/")
    assert "Deputy minister" in text(province, "stewards/ada/")
    assert "Distance" in text(province, "barriers/kinds/distance/")
    kinds = {path.split("/")[2] for path in province if path.startswith("barriers/kinds/")}
    assert kinds == {"distance"}
    rows = json.loads(province["data/schemas/partners.json"])["properties"]["rows"]
    assert rows["items"]["properties"]["kind"]["enum"] == ["school-board", "community"]


def test_quarters_are_those_of_a_year_that_begins_in_april(
    province: Mapping[str, bytes], city: Mapping[str, bytes]
) -> None:
    """Q1 of 2026 is April to June 2026, and the end of March is Q4 of 2025."""
    assert "<h1>April to June 2026</h1>" in text(province, "quarters/2026-q1/")
    assert "<h1>January to March 2026</h1>" in text(province, "quarters/2025-q4/")
    assert "A shed for tools" in text(province, "quarters/2025-q4/")
    assert "A bus that comes at night" not in text(province, "quarters/2025-q4/")
    assert "Council of April to June 2026" in text(city, "council/2026-q1/")
    quarters = {path.split("/")[1] for path in city if path.startswith("quarters/")}
    assert quarters == {"2026-q1"}


def test_city_has_a_ward_a_menu_and_a_home_page_of_its_own(city: Mapping[str, bytes]) -> None:
    """And the outline of the nation that its settings name."""
    assert "A ward in London, England." in text(city, "places/east-ward/")
    assert "Map of England, United Kingdom with 1 mark." in text(city, "places/")
    home = text(city, "")
    assert "<h1>What our city is learning</h1>" in home
    assert home.index("Newest stories") < home.index("The missions")
    menu = home.split("<nav", 2)[1].split("</nav>")[0]
    assert menu.index("Our stories") < menu.index("About this record")


def test_silence_is_told_after_the_weeks_of_the_settings(tmp_path: Path) -> None:
    """The province is told after 13 weeks, the city after 26."""
    now = dt.datetime(2026, 7, 10, 12, tzinfo=dt.UTC)
    told = [one.what for one in copy_of("province", tmp_path).problems(now=now)]
    assert any("14 weeks ago" in what for what in told)
    assert not [
        one for one in copy_of("city", tmp_path).problems(now=now) if "weeks ago" in one.what
    ]


def test_time_that_clocks_of_the_province_pass_over_is_named(tmp_path: Path) -> None:
    """In Toronto they go on at two in the morning, in March."""
    site = copy_of("province", tmp_path)
    site.edit("content/council/2026-q1.md", "held_on: 2026-05-05", "held_on: 2026-03-08")
    site.edit("content/council/2026-q1.md", "starts: '17:30'", "starts: '02:30'")
    (slip,) = [one for one in site.problems() if one.rule == "time-that-is-not"]
    assert "clocks in Toronto go from 02:00 to 03:00." in slip.what
    assert slip.fix.endswith("03:30")


CONTENT = {
    "content/registers/partners.yml": ("kind: school-board", "kind: nhs", "kind"),
    "content/stewards/ada.md": ("deputy-minister", "permanent-secretary", "kind"),
    "content/barriers/far.md": ("kind: distance", "kind: estate", "kind"),
    "content/registers/places.yml": ("tier: city, lat: 46", "tier: county, lat: 46", "tier"),
}


@pytest.mark.parametrize("path", CONTENT)
def test_kind_that_the_settings_do_not_name_is_refused(tmp_path: Path, path: str) -> None:
    """A list that a body sets is closed: what is left out of it is none of its kinds."""
    old, new, field = CONTENT[path]
    site = copy_of("province", tmp_path)
    site.edit(path, old, new)
    (slip,) = [one for one in site.problems() if one.path == path]
    assert field in slip.what
    assert slip.rule == "wrong-value"


SETTINGS: Mapping[str, tuple[str, int]] = {
    "      place: {country: Canada}": ("nothing says what its clocks show", 8),
    "      place: {time_zone: Europe/Londn}": ("is no time zone that is known", 8),
    "      place: {outline: Ontaria}": ("has no outline here", 8),
    "      place: {outline: ontario}": ('Did you mean "Ontario, Canada"?', 8),
    "      place: {year_starts: Avril}": ("place.year_starts", 8),
    "      place: {quiet_weeks: 0}": ("place.quiet_weeks", 8),
    "      place: {tiers: [ward]}": ("has ward, which nothing is said for", 8),
    "      kinds: {partner: {a: b}}": ("is not a list", 8),
    "      kinds: {partner: [Big Ones: B]}": ("names no kind", 8),
    "      kinds: {stewards: []}": ("kinds.stewards", 8),
    "      place: {nations: ['!']}": ("can not be the end of an address", 8),
}


@pytest.mark.parametrize("line", SETTINGS)
def test_fact_that_can_not_be_used_is_named_with_its_line(site: SiteFolder, line: str) -> None:
    """Nothing is guessed: where, what, and what to write."""
    said, number = SETTINGS[line]
    site.edit("mkdocs.yml", "plugins: [missions]", f"plugins:\n  - missions:\n{line}")
    with pytest.raises(SettingsError) as refused:
        site.settings()
    problems: tuple[Any, ...] = refused.value.problems
    assert len(problems) == 1
    assert said in f"{problems[0].what} {problems[0].fix}"
    assert problems[0].position.line == number


def test_files_of_the_province_are_read_once_and_kept(tmp_path: Path) -> None:
    """What is kept comes back with the lists of the province, in another build as well."""
    site = SiteFolder(copy_of("province", tmp_path).root)
    site.build()
    before, again = _read(site), _read(site)
    assert again == before
    assert type(again.entries[0]) is type(before.entries[0])
    site.edit("mkdocs.yml", "          - community\n", "")
    told = [one for one in site.problems() if one.rule == "wrong-value"]
    assert [one.path for one in told] == ["content/registers/partners.yml"]


def test_editor_and_new_know_the_kinds_of_the_province(tmp_path: Path) -> None:
    """What is offered and refused while people write is what the check knows."""
    site = copy_of("province", tmp_path)
    settings = str(site.root / "mkdocs.yml")
    said = CliRunner().invoke(main, ["schema", "partner", "--settings", settings])
    assert json.loads(said.stdout)["properties"]["kind"]["enum"] == ["school-board", "community"]
    new = ["new", "partner", "--no-ask", "--name", "Friends", "--settings", settings]
    refused = CliRunner().invoke(main, [*new, "--kind", "nhs"])
    assert refused.exit_code != 0
    done = CliRunner().invoke(main, [*new, "--kind", "school-board"])
    assert done.exit_code == 0, done.output
