"""A record says what its own profile says, and not one word of another profile's."""

from pathlib import Path

import pytest
import yaml

from site_builder.doors.starting.profiles import profiles, read_profile
from site_builder.read.theme.words import read_words
from site_builder.settings import theme_folder
from tests.conftest import SiteFolder
from tests.doors.starting.begun import ADDRESS, init
from tests.nouns import nouns_in, texts_of

NAMED = ("--name", "Example Body", "--region", "Tŷ Cynnes", "--no-ask", *ADDRESS)
DEFAULT = read_words(theme_folder() / "words", "en").terms
BODY = "They met, and said what is next.\n"
MEETING = {
    "council/2026-q1": "quarter: 2026-Q1\nsummary: They met.\nheld_on: 2026-02-10\nchair: A chair\n"
    "state: agreed\nagenda: [{{item: Next}}]\ncase_studies: []\n"
    "commitments: [{{id: next, text: Go on., owner: Ann, mission: {0}}}]\n",
    "stewards/ann": "name: Ann\nsummary: Ann answers.\nrole: In the chair\nkind: other\n"
    "missions: [{0}]\nfrom: 2026-01-01\n",
    "mandate-letters/first": "title: To Ann\nsummary: What Ann is asked.\nto: ann\nfrom: All\n"
    "date: 2026-01-02\nmissions: [{0}]\nasks: [{{text: Go on.}}]\n",
}
"""The front matter of what a council makes, without a noun of any profile."""
OF_GOVERNMENT = ("prime minister", "secretary of state", "westminster", "whitehall", "london")


def forms_of(profile: str) -> set[str]:
    """Return every noun that a profile has for its things."""
    settings = yaml.safe_load(read_profile(profile).settings) or {}
    own = settings.get("terms", {})
    terms = {term: own.get(term, forms) for term, forms in DEFAULT.items()}
    return {form for forms in terms.values() for name, form in forms.items() if name != "address"}


FORMS = {profile: forms_of(profile) for profile in profiles()}


def not_its_own(profile: str) -> set[str]:
    """Return the nouns that other profiles have, and this one has not."""
    others = set().union(*(FORMS[other] for other in FORMS))
    named = () if profile == "uk-missions" else OF_GOVERNMENT
    return {*(others - FORMS[profile]), *named}


def write_meeting(site: SiteFolder) -> None:
    """Write what a record does not begin with, since a site says only what it has."""
    (mission,) = (path.stem for path in (site.root / "content/missions").iterdir())
    for path, head in MEETING.items():
        site.write(
            f"content/{path}.md", f"---\n{head.format(mission)}illustrative: true\n---\n{BODY}"
        )


@pytest.fixture(scope="module", params=profiles())
def begun(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> SiteFolder:
    """Return a record of each profile, with its site and its preview built."""
    folder = tmp_path_factory.mktemp("begun") / str(request.param)
    done = init(folder, *NAMED, "--profile", str(request.param))
    assert done.exit_code == 0, done.output
    site = SiteFolder(folder)
    write_meeting(site)
    site.build()
    site.build(drafts=True, site_dir=Path("site-preview"))
    return site


def test_no_page_has_a_word_of_another_profile(begun: SiteFolder) -> None:
    """Neither what the profile's authors wrote nor what the interface says has one."""
    nouns = not_its_own(begun.root.name)
    assert len(nouns) > 10
    assert nouns_in(begun.files(), nouns) == set()
    assert nouns_in(begun.files("site-preview"), nouns) == set()


def test_pages_have_the_words_of_their_profile(begun: SiteFolder) -> None:
    """Each form that a page needs is said, in a sentence and in an address."""
    site = {**begun.files(), **begun.files("site-preview")}
    said = " ".join(text for path, data in site.items() for text in texts_of(path, data)).lower()
    settings = yaml.safe_load(read_profile(begun.root.name).settings) or {}
    for term, forms in settings.get("terms", {}).items():
        assert forms["one"] in said, term
        assert forms["many"] in said, term
        assert any(path.startswith(f"{forms['address']}/") for path in site), term


def test_every_profile_of_the_product_is_looked_at() -> None:
    """The test above sees a word of one profile in a site of another."""
    assert {"uk-missions", "city", "health"} <= FORMS.keys()
    page = b"<html><body><p>Each mission, and the Council.</p></body></html>"
    found = nouns_in({"index.html": page}, not_its_own("city"))
    assert {noun for _, noun, _ in found} == {"mission", "council"}
