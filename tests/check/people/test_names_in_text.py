"""A name whose consent has an end stands only where it can be left out by itself."""

import pytest

from tests.compose.stories import photograph, write_story
from tests.conftest import SiteFolder

STORY = "content/case-studies/warm-homes.md"
ABOUT = "content/pages/about.md"
NOW = "2025-06-26T09:00Z"


@pytest.mark.parametrize("end", ["expires: 2060-01-01", "taken_back: 2025-02-01"])
@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (STORY, "Neighbours went from", "Ada Example went from"),
        (STORY, "happened: More doors opened.", "happened: Ada Example opened a door."),
        (ABOUT, "\n---\n", "\n---\nAsk Ada Example.\n\n"),
        (STORY, "The kettle is", "Ada Example is"),
    ],
)
def test_name_that_has_an_end_can_not_stand_in_a_text(
    site: SiteFolder, end: str, path: str, old: str, new: str
) -> None:
    """No sentence is rewritten by itself, in this file or another."""
    site.edit(STORY, "who: Ada Example,", f"who: Ada Example, {end},")
    site.edit(path, old, new)
    (problem,) = (one for one in site.problems(now=NOW) if one.level == "error")
    assert (problem.rule, problem.path) == ("name-can-not-go", path)
    assert "Ada Example" in problem.excerpt


def test_name_is_known_from_the_voice_if_the_consent_says_where_the_form_is(
    site: SiteFolder,
) -> None:
    """A consent need not say the name for the check to know it."""
    site.edit(STORY, "who: Ada Example,", "who: form 9, expires: 2060-01-01,")
    assert site.problems(now=NOW) == ()
    site.edit(STORY, "Neighbours went from", "Ada Example went from")
    assert [one.rule for one in site.problems(now=NOW)] == ["name-can-not-go"]


FIGURE = """\
<figure><img src="../images/door.jpg" alt="A door" PEOPLE><figcaption>Ada Example</figcaption>
</figure>"""


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("", "![Ada Example at a door](../images/door.jpg){PEOPLE}"),
        ("", FIGURE),
        ("image: {file: ../images/door.jpg, alt: A door, caption: Ada Example, PEOPLE}", ""),
    ],
)
@pytest.mark.parametrize("is_named", [True, False])
def test_name_under_an_image_may_have_an_end_if_the_image_has_it_too(
    site: SiteFolder, field: str, text: str, *, is_named: bool
) -> None:
    """Image and name are left out together; a name under another image stays, and is told."""
    site.write("content/images/door.jpg", photograph())
    site.edit(STORY, "scope: [name, quote]", "scope: [name, quote, image], expires: 2060-01-01")
    in_text, in_field = ("people=ada", "people: [ada]") if is_named else ("title=t", "people: []")
    in_html = 'people="ada"' if is_named else ""
    text = text.replace("PEOPLE", in_html if "<" in text else in_text)
    site.edit(STORY, "## How it", f"{text}\n\n## How it")
    site.edit(STORY, "place: leeds", f"place: leeds\n{field.replace('PEOPLE', in_field)}")
    told = {one.rule for one in site.problems(now=NOW)} - {"lead-image-small"}
    assert told == (set() if is_named else {"name-can-not-go"})


def test_name_with_a_consent_without_end_may_stand_in_the_text(site: SiteFolder) -> None:
    """What need never go can stand anywhere in that file, whatever was agreed for another."""
    site.edit(STORY, "Neighbours went from", "Ada Example went from")
    assert site.problems() == ()
    given = "{id: a, who: Ada Example, given_on: 2025-01-01, scope: [name], expires: 2060-01-01}"
    walk = write_story(site, "walk", "A walk", extra=f"consent: [{given}]")
    assert site.problems() == ()
    site.edit(walk, "A body.", "A body by Ada Example.")
    (problem,) = site.problems()
    assert (problem.rule, problem.path) == ("name-can-not-go", walk)
