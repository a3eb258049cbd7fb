"""Learning: what stories tried and do not know, by mission, in parts that never grow."""

from collections.abc import Iterator
from urllib.parse import urljoin

import pytest

from tests.compose.markup import elements, texts, tree, words
from tests.compose.stories import write_stories, write_story
from tests.conftest import SiteFolder

PART = 12
UNKNOWN_PART = 36


def page_of(site: SiteFolder, address: str) -> str:
    return site.page(f"{address}index.html")


def titles_on(site: SiteFolder, address: str) -> list[str]:
    """Return the titles of the stories on a page of learning, in their order."""
    links = "//ul[@class='thread']/li/h3/a/text() | //ul[contains(@class, 'titles')]//a/text()"
    return texts(tree(page_of(site, address)), links)


def parts_of(site: SiteFolder, address: str) -> Iterator[str]:
    """Yield the address of each part of a list, following the links to older ones."""
    while address:
        yield address
        older = texts(tree(page_of(site, address)), "//nav[@class='pager']//a[@rel='next']/@href")
        address = urljoin(f"/{address}", older[0])[1:] if older else ""


def test_learning_tells_all_four_with_the_story(site: SiteFolder) -> None:
    """Tried, happened, next and still unknown stand together, and lead to their story."""
    site.build()
    page = tree(page_of(site, "learning/"))
    lesson = elements(page, "//ul[@class='thread']/li")[0]
    assert texts(lesson, "h3/a/@href") == ["../case-studies/night-nurses/"]
    assert words(lesson, "p") == "Good health. Leeds, England, 5 March 2025."
    told = zip(texts(lesson, "dl/dt/text()"), texts(lesson, "dl/dd/text()"), strict=True)
    assert list(told) == [
        ("Tried", "A rota."),
        ("Happened", "Calls were answered."),
        ("Next", "Weekends."),
        ("Still unknown", "The cost."),
    ]


def test_unknown_alone_is_read_with_what_missions_ask(site: SiteFolder) -> None:
    """Each line is one thing that nobody knows, and says where it comes from."""
    site.build()
    page = tree(page_of(site, "learning/unknown/"))
    lines = [words(li, ".") for li in elements(page, "//ul[contains(@class, 'titles')]/li")]
    nurses, homes = "Night nurses answer the phone", "Warm homes in Leeds"
    assert lines == [
        "Do calls at night spare people a journey? Good health",
        f"The cost. From {nurses}. Good health. Leeds, England, 5 March 2025.",
        f"Whether bills fell. From {homes}. Clean energy. Leeds, England, 10 February 2025.",
    ]
    assert "A rota." not in words(page)


def test_learning_by_mission_has_its_stories_alone(site: SiteFolder) -> None:
    """A mission's list has the stories that serve it, those that serve it as well among them."""
    site.build()
    both = ["Night nurses answer the phone", "Warm homes in Leeds"]
    assert titles_on(site, "learning/missions/health/") == both
    assert titles_on(site, "learning/missions/clean-energy/") == both[1:]
    asked = tree(page_of(site, "learning/unknown/missions/clean-energy/"))
    assert "Do calls at night" not in words(asked)
    assert "Whether bills fell." in words(asked)


@pytest.mark.parametrize("reading", ["learning/", "learning/unknown/"])
def test_row_of_missions_leads_to_the_same_reading(site: SiteFolder, reading: str) -> None:
    """Whoever reads what is unknown goes on reading that, and sees how many stories there are."""
    site.build()
    here = f"{reading}missions/health/"
    links = elements(tree(page_of(site, here)), "//main//ul[@class='letters']//a")
    found = {words(a, "."): urljoin(f"/{here}", a.get("href", "")) for a in links}
    assert found == {
        "Every mission (2)": f"/{reading}",
        "Good health (2)": f"/{here}",
        "Clean energy (1)": f"/{reading}missions/clean-energy/",
    }
    assert [words(a, ".") for a in links if a.get("aria-current")] == ["Good health (2)"]


def test_two_readings_of_a_mission_lead_to_each_other(site: SiteFolder) -> None:
    """One link goes from all that was learned to what is unknown alone, and one goes back."""
    site.build()
    whole, unknown = "learning/missions/health/", "learning/unknown/missions/health/"
    for here, there in ((whole, unknown), (unknown, whole)):
        links = texts(tree(page_of(site, here)), "//main/p/a/@href")
        assert [urljoin(f"/{here}", link) for link in links] == [f"/{there}"]


def test_mission_and_story_lead_to_the_learning_of_the_mission(site: SiteFolder) -> None:
    """The learning is one step from the mission, from a story and from the list of stories."""
    site.build()
    for address, to in (
        ("missions/health/", "learning/missions/health/"),
        ("case-studies/warm-homes/", "learning/missions/clean-energy/"),
        ("case-studies/", "learning/"),
    ):
        links = texts(tree(page_of(site, address)), "//main//a/@href")
        assert f"/{to}" in {urljoin(f"/{address}", link) for link in links}, address
    foot = texts(tree(site.page("index.html")), "//footer//a/@href")
    assert "/learning/" in {urljoin("/", link) for link in foot}


@pytest.mark.parametrize(
    ("reading", "size"), [("learning/", PART), ("learning/unknown/", UNKNOWN_PART)]
)
def test_learning_of_many_stories_is_cut_into_parts(
    site: SiteFolder, reading: str, size: int
) -> None:
    """Every story is told once, newest first, and no part tells more than its share."""
    write_stories(site, 80)
    site.build()
    for address in (reading, f"{reading}missions/health/"):
        told = [titles_on(site, part) for part in parts_of(site, address)]
        told[0] = [title for title in told[0] if title != "Good health"]
        assert [len(part) for part in told[:-1]] == [size] * (82 // size)
        numbers = [int(title.split()[-1]) for part in told for title in part if "number" in title]
        assert numbers == sorted(range(80), reverse=True)


def test_question_of_a_mission_stands_on_the_first_part_alone(site: SiteFolder) -> None:
    """What a mission asks is not asked again on each part."""
    write_stories(site, 40)
    site.build()
    assert "Do calls at night" in page_of(site, "learning/unknown/")
    assert "Do calls at night" not in page_of(site, "learning/unknown/page/2/")


def test_learning_of_an_invented_story_says_so(site: SiteFolder) -> None:
    """Away from its page, where its notice is, an invented lesson is marked as one."""
    write_story(site, "new", "A new story", extra="illustrative: true")
    site.build()
    for address in ("learning/", "learning/unknown/"):
        (line,) = elements(tree(page_of(site, address)), "//li[.//a='A new story']")
        assert "Leeds, England, 5 March 2025. Illustrative." in words(line, ".")


def test_draft_has_nothing_to_teach_yet(site: SiteFolder) -> None:
    """What a hidden story learned is on no page of learning."""
    write_story(site, "new", "A new story", extra="status: draft")
    site.build()
    for address in ("learning/", "learning/unknown/", "learning/missions/health/"):
        assert "A new story" not in page_of(site, address)


def test_mission_without_stories_keeps_its_page_of_learning(site: SiteFolder) -> None:
    """The mission's link leads somewhere from its first day."""
    head = "title: Growth\nsummary: Work for all.\nstatement: Work pays."
    site.write("content/missions/growth.md", f"---\n{head}\n---\nA mission.\n")
    site.build()
    said = words(tree(page_of(site, "learning/missions/growth/")))
    assert "No story has told yet what was learned." in said
