"""What pages are given of the fields that people outside of government look for first."""

from typing import Any

from site_builder.compose import compose
from site_builder.compose.items.councils import RecognitionView
from site_builder.compose.pages.council.councils import CouncilSummaryPage
from site_builder.compose.pages.missions.missions import MissionPage
from site_builder.compose.pages.stories.case_studies import CaseStudyPage, ShownRecognition
from site_builder.compose.views.page import Link
from site_builder.read.theme.theme import read_theme
from tests.compose.stories import write_stories, write_story
from tests.conftest import SiteFolder


def inputs_of(site: SiteFolder, path: str) -> Any:
    settings = site.settings()
    outputs = compose(site.record(), settings, read_theme(settings.theme, settings.language))
    return next(output.inputs for output in outputs if output.path == path)


def mission_page(site: SiteFolder, path: str = "missions/health/index.html") -> MissionPage:
    page = inputs_of(site, path)
    assert isinstance(page, MissionPage)
    return page


def test_mission_page_has_questions_and_ways_with_their_days_in_words(site: SiteFolder) -> None:
    """No clock says whether a day has passed: it is shown as it is written."""
    page = mission_page(site)
    assert page.open_questions == ("Do calls at night spare people a journey?",)
    read, write = page.ways_to_take_part
    assert (read.page, read.until) == (Link("About this site", "about/"), None)
    assert (write.email, write.until, write.until_datetime) == (
        "nurses@example.org",
        "3 June 2025",
        "2025-06-03",
    )


def test_mission_page_leaves_out_a_page_that_is_not_public(site: SiteFolder) -> None:
    """A way stays and its words with it, but nothing leads to a draft."""
    site.edit("content/pages/about.md", "title:", "status: draft\ntitle:")
    assert [way.page for way in mission_page(site).ways_to_take_part] == [None, None]


def test_mission_page_has_questions_and_ways_once(site: SiteFolder) -> None:
    """The second part of a long list has the list alone."""
    write_stories(site, 14)
    second = mission_page(site, "missions/health/page/2/index.html")
    assert (second.open_questions, second.ways_to_take_part) == ((), ())


def test_story_page_has_what_its_author_wrote(site: SiteFolder) -> None:
    """Permission, voices, figures and what to try all reach the page."""
    page = inputs_of(site, "case-studies/warm-homes/index.html")
    assert isinstance(page, CaseStudyPage)
    story = page.story
    assert (story.permission or "").startswith("The council's surveyors")
    assert [voice.pseudonym for voice in story.voices] == [None, "Bron"]
    assert story.try_this == "Lend one draught gauge to one street for one week."
    assert [str(one.before) for one in story.figures.pairs] == ["48 homes"]
    assert [str(one.value) for one in story.figures.singles] == ["40 homes"]


def test_recognition_is_shown_by_the_council_and_by_the_story(site: SiteFolder) -> None:
    """The join is shown at both of its ends."""
    story = inputs_of(site, "case-studies/warm-homes/index.html")
    council = inputs_of(site, "council/2025-q1/index.html")
    assert isinstance(council, CouncilSummaryPage)
    who, what = "The neighbours of the street", "knocking on every door"
    link = Link("Council of January to March 2025", "council/2025-q1/")
    assert story.recognition == (ShownRecognition(who, what, link, is_illustrative=True),)
    to_story = Link("Warm homes in Leeds", "case-studies/warm-homes/")
    assert council.council.recognition == (RecognitionView(who, what, to_story),)


def test_recognition_of_a_story_that_is_not_public_has_no_link(site: SiteFolder) -> None:
    """Thanks can be said before the story is out, and do not lead to it."""
    site.edit("content/council/2025-q1.md", "    case_study: warm", "    case_study: late")
    write_story(site, "late-homes", "Late homes", extra="status: draft")
    council = inputs_of(site, "council/2025-q1/index.html").council
    assert [one.story for one in council.recognition] == [None]


def test_council_page_has_decisions_and_questions(site: SiteFolder) -> None:
    """Each question keeps its answer, or stands without one."""
    council = inputs_of(site, "council/2025-q1/index.html").council
    assert council.decisions == ("The record will print doubts beside results.",)
    assert [one.answer for one in council.questions] == ["The neighbours did.", None]
