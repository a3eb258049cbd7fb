"""The home page: of the site's own making, and as its authors put it together."""

import re

from tests.compose.stories import write_stories
from tests.shown import ShownFolder

HOME = """---
title: What our city is learning
summary: Stories of the people who do the work, and what the cabinet promised.
{more}---
We write down what we **tried**, and [who did it](about.md).
"""


def home(site: ShownFolder, more: str = "") -> str:
    site.write("content/pages/home.md", HOME.format(more=more))
    site.build(strict=True)
    return site.page("index.html")


def headings(page: str) -> list[str]:
    return re.findall(r"<h[12][^>]*>([^<]*)</h[12]>", page)


def test_home_of_the_sites_own_making_has_every_part(site: ShownFolder) -> None:
    """The default is what sites had before they could choose."""
    site.build()
    said = ["A small record for tests.", "The missions", "Newest stories", "The last council"]
    assert headings(site.page("index.html"))[:4] == said


def test_home_has_the_words_of_its_authors(site: ShownFolder) -> None:
    """Title, summary and text come from the file, which has no page beside the root."""
    page = home(site)
    assert headings(page)[0] == "What our city is learning"
    assert '<p>We write down what we <strong>tried</strong>, and <a href="./about/">' in page
    assert 'content="Stories of the people who do the work' in page
    assert "Stories from the front line" not in page
    files = site.files()
    assert "home/index.html" not in files
    assert files["sitemap.xml"].count(b"<loc>https://record.example.org/</loc>") == 1
    assert b"What our city is learning" not in files["a-z/w/index.html"]


def test_home_has_the_parts_that_its_authors_chose_in_their_order(site: ShownFolder) -> None:
    """Panels that follow each other stand side by side; what is not named is not there."""
    page = home(site, "home:\n  parts: [follow, council, stories]\n")
    assert headings(page)[1:] == ["Follow", "The last council", "Newest stories"]
    assert page.count('<div class="panels">') == 1
    assert "So far:" not in page


def test_chosen_story_leads_and_stands_once(site: ShownFolder) -> None:
    """The newest would lead; another was chosen."""
    write_stories(site, 8)
    page = home(site, "home:\n  story: warm-homes\n")
    cards = re.findall(r'<h3[^>]*><a href="./case-studies/([^/]*)/', page)
    assert cards[0] == "warm-homes"
    assert len(cards) == len(set(cards)) == 7


def test_story_that_is_not_there_is_a_problem(site: ShownFolder) -> None:
    """As any reference that leads nowhere."""
    site.write("content/pages/home.md", HOME.format(more="home:\n  story: warm-house\n"))
    said = [(one.rule, one.position.line) for one in site.problems()]
    assert said == [("unknown-reference", 5)]


def test_only_the_home_page_is_put_together(site: ShownFolder) -> None:
    """Anywhere else the field would do nothing, so it is refused; and home can not be withdrawn."""
    site.edit("content/pages/about.md", "order: 1", "order: 1\nhome: {parts: [stories]}")
    more = "status: withdrawn\nwithdrawn: {on: 2025-04-01, reason: It is old.}\n"
    site.write("content/pages/home.md", HOME.format(more=more))
    found = {one.rule: one.position.line for one in site.problems()}
    assert found == {"home-elsewhere": 5, "home-withdrawn": 4}


def test_draft_of_a_home_page_leaves_the_site_its_own(site: ShownFolder) -> None:
    """Nothing of it is shown before it is published."""
    assert headings(home(site, "status: draft\n"))[0] == "A small record for tests."


def test_links_to_the_home_page_lead_to_the_root(site: ShownFolder) -> None:
    """An author links to the file as to any other."""
    site.edit("content/pages/about.md", "See [all", "See [home](home.md) and [all")
    home(site)
    assert '<a href="../">home</a>' in site.page("about/index.html")


def test_recorded_root_takes_a_home_page_and_gives_it_back(site: ShownFolder) -> None:
    """The root was published long before the file, and stays when the file goes."""
    site.write("content/permanent.tsv", "# What was published.\n/\tpage\n")
    home(site)
    assert site.problems() == ()
    (site.root / "content/pages/home.md").unlink()
    site.build()
    assert site.problems() == ()


def test_page_that_was_called_home_keeps_its_address(site: ShownFolder) -> None:
    """A page that is renamed to make room for the home page leads on from where it was."""
    site.edit("content/pages/about.md", "order: 1", "order: 1\naliases: [home]")
    assert headings(home(site))[0] == "What our city is learning"
    assert 'url=../about/"' in site.page("home/index.html")
