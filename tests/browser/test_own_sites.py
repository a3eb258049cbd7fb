"""Sites of other bodies are for everybody too: a city, a health board, a province with a brand."""

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.browser.conftest import Stands
from tests.browser.host import served
from tests.browser.pages import one_of_each_kind, pages_of
from tests.browser.sites import BuiltSite, built_site
from tests.conftest import SITES, SiteFolder
from tests.doors.starting.begun import init
from tests.doors.starting.test_words_of_profiles import NAMED, write_meeting

pytestmark = [pytest.mark.browser, pytest.mark.slow]

LOGO = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 20">'
    '<path fill="#003366" d="M0 0h60v20H0z"/></svg>'
)
BRAND = """\
plugins:
  - missions:
      brand:
        name: An Invented Province
        logo: {file: brand/logo.svg, alt: Arms of an invented province}
        colour: "#00437a"
        footer: {text: Published by an invented province.}
"""


def begun(profile: str) -> Callable[[Path], BuiltSite]:
    """Return what builds a record of a profile, with a meeting, and its example no draft."""

    def build(folder: Path) -> BuiltSite:
        done = init(folder, *NAMED, "--profile", profile)
        assert done.exit_code == 0, done.output
        site = SiteFolder(folder)
        write_meeting(site)
        site.edit("content/case-studies/example-story.md", "status: draft\n", "")
        return built_site(folder)

    return build


def province(folder: Path) -> BuiltSite:
    """Build a province with an outline, clocks and a brand of its own."""
    shutil.copytree(SITES / "province", folder, dirs_exist_ok=True)
    site = SiteFolder(folder)
    site.write("brand/logo.svg", LOGO)
    site.edit("mkdocs.yml", "plugins:\n  - missions:\n", BRAND)
    return built_site(folder)


BODIES: Mapping[str, Callable[[Path], BuiltSite]] = {
    "city": begun("city"),
    "health": begun("health"),
    "province": province,
}


@pytest.mark.parametrize("body", BODIES)
def test_site_of_another_body_stands_every_look(
    stands_every_look: Stands, tmp_path: Path, body: str
) -> None:
    """One page of each kind, in both schemes and at each width, by axe and by every other look."""
    built = BODIES[body](tmp_path / body)
    with served(built.folder, built.layouts) as site:
        stands_every_look(one_of_each_kind(pages_of(site)))
