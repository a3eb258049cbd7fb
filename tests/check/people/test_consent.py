"""Whoever is quoted, named or shown agreed to it, and authors are told where that is not so."""

import pytest

from site_builder.read.problems import Problem
from tests.compose.stories import photograph
from tests.conftest import SiteFolder

STORY = "content/case-studies/warm-homes.md"
OTHER = "content/case-studies/night-nurses.md"
DOOR = "content/images/door.jpg"


def told(site: SiteFolder) -> list[Problem]:
    """Return what authors are told of people; that the photograph is small is not of interest."""
    return [one for one in site.problems() if one.rule != "lead-image-small"]


def rules(site: SiteFolder) -> list[tuple[str, str]]:
    return [(one.rule, one.level) for one in told(site)]


def at(problem: Problem) -> str:
    """Return the line of a problem from its place on."""
    return problem.excerpt[problem.position.column - 1 :]


@pytest.mark.parametrize("new", ["", ", source: 1"])
def test_voice_with_its_consent_or_its_source_is_right(site: SiteFolder, new: str) -> None:
    """Words that were published before need no consent."""
    if new:
        site.edit(STORY, ", consent: ada", new)
    assert told(site) == []


def test_voice_without_consent_is_an_error_with_both_ways_out(site: SiteFolder) -> None:
    """A quotation needs the one or the other, whoever speaks."""
    site.edit(STORY, ", consent: bron", "")
    (problem,) = told(site)
    assert (problem.rule, problem.level) == ("person-without-consent", "error")
    assert problem.what == "Number 2 of `voices` quotes somebody without their consent."
    assert "`consent:`" in problem.fix
    assert "`source:`" in problem.fix
    assert at(problem).startswith("{pseudonym: Bron")


@pytest.mark.parametrize(
    ("old", "new", "what", "fix"),
    [
        ("consent: ada", "consent: adda", '"adda", named for number 1 of `voices`', '"ada"'),
        ("consent: ada", "source: 3", '`source` (number 1 of `voices`) is "3"', "The ids are"),
    ],
)
def test_id_that_leads_nowhere_is_told_with_those_there_are(
    site: SiteFolder, old: str, new: str, what: str, fix: str
) -> None:
    """A slip of the pen is told at its place."""
    site.edit(STORY, old, new)
    (problem,) = told(site)
    assert problem.rule == "unknown-reference"
    assert problem.what.startswith(what)
    assert fix in problem.fix


def test_consent_named_in_a_file_without_any_is_told_how_to_add_one(site: SiteFolder) -> None:
    """There is no id to choose from, so the fields are named."""
    site.write(DOOR, photograph())
    site.write(OTHER, with_image(site, OTHER, "people: [ada]"))
    (problem,) = told(site)
    assert (
        problem.what
        == '"ada", named for the image "../images/door.jpg", is not the id of a consent here.'
    )
    assert problem.fix.startswith("Add it under `consent:`")
    assert at(problem).startswith("ada]")


def with_image(site: SiteFolder, path: str, more: str, alt: str = "A door") -> str:
    """Return a file with a photograph at its head."""
    text = (site.root / path).read_text("utf-8")
    image = f"image: {{file: ../images/door.jpg, alt: {alt}, {more}}}"
    return text.replace("place: leeds", f"place: leeds\n{image}", 1)


@pytest.mark.parametrize(
    ("scope", "what"),
    [
        ("[quote]", 'The consent "ada" does not cover the name in number 1 of `voices`.'),
        ("[name]", 'The consent "ada" does not cover the words of number 1 of `voices`.'),
    ],
)
def test_scope_that_is_too_small_is_told(site: SiteFolder, scope: str, what: str) -> None:
    """What somebody agreed to is not stretched."""
    site.edit(STORY, "scope: [name, quote]", f"scope: {scope}")
    (problem,) = told(site)
    assert (problem.rule, problem.level, problem.what) == ("beyond-consent", "error", what)


@pytest.mark.parametrize("in_text", [True, False])
def test_image_beyond_its_consent_is_told_where_it_stands(site: SiteFolder, in_text: bool) -> None:
    """Whoever agreed to be quoted did not agree to be shown."""
    site.write(DOOR, photograph())
    if in_text:
        site.edit(STORY, "## How it", "![A door](../images/door.jpg){people=ada}\n\n## How it")
    else:
        site.write(STORY, with_image(site, STORY, "people: [ada]"))
    (problem,) = told(site)
    assert problem.what == 'The consent "ada" does not cover the image "../images/door.jpg".'
    assert at(problem).startswith("../images/door.jpg" if in_text else "ada]")


@pytest.mark.parametrize("words", ["alt: Ada Example at a door", "caption: Ada Example at home"])
def test_name_under_an_image_needs_a_consent_to_the_name(site: SiteFolder, words: str) -> None:
    """A face may be shown without its name."""
    site.write(DOOR, photograph())
    more, alt = (words, "A door") if "caption" in words else ("focus: 1% 1%", words[5:])
    site.write(STORY, with_image(site, STORY, f"people: [cai], {more}", alt))
    site.edit(STORY, "who: Ada Example", "who: form 3")
    cai = "{id: cai, who: Ada Example, given_on: 2025-01-20, scope: [image]}"
    site.edit(STORY, "consent:\n", f"consent:\n  - {cai}\n")
    (problem,) = told(site)
    assert problem.what.startswith('The consent "cai" does not cover the name in the image')


@pytest.mark.parametrize("people", ["focus: 1% 1%", "people: []"])
def test_image_of_which_another_file_knows_its_people_is_an_error(
    site: SiteFolder, people: str
) -> None:
    """Saying nothing of them, or that there is nobody, does not make them agree."""
    site.write(DOOR, photograph())
    site.write(STORY, with_image(site, STORY, "people: [ada]"))
    site.edit(STORY, "scope: [name, quote]", "scope: [name, quote, image]")
    site.write(OTHER, with_image(site, OTHER, people))
    (problem,) = told(site)
    assert (problem.rule, problem.level) == ("person-without-consent", "error")
    assert (problem.path, at(problem).split(",")[0]) == (OTHER, "../images/door.jpg")
    assert f"as {STORY} says" in problem.what


@pytest.mark.parametrize("alt", ["Two nurses at a desk", "Children on a beach", "A Person alone"])
def test_alternative_text_that_speaks_of_people_is_a_hint(site: SiteFolder, alt: str) -> None:
    """A picture of people is a question to its author, in front matter and in the text."""
    site.write(DOOR, photograph())
    site.write(STORY, with_image(site, STORY, "focus: 1% 1%", alt))
    site.edit(STORY, "## How it", f"![{alt}](../images/door.jpg)\n\n## How it")
    assert told(site) == []
    head, text = (one for one in site.told() if one.rule == "person-perhaps-shown")
    assert head.level == text.level == "hint"
    assert "`people: []`" in head.fix
    assert "{people=none}" in text.fix


@pytest.mark.parametrize(
    ("alt", "people"),
    [
        ("Two nurses at a desk", "people: []"),
        ("A peoples' choice of chairs", "focus: 1% 1%"),
        ("A manhole and a womanly hat", "focus: 1% 1%"),
        ("A warm room", "focus: 1% 1%"),
    ],
)
def test_image_of_nobody_is_right(site: SiteFolder, alt: str, people: str) -> None:
    """An author can say that nobody can be recognised, and need not where no word speaks of it."""
    site.write(DOOR, photograph())
    site.write(STORY, with_image(site, STORY, people, f'"{alt}"'))
    assert told(site) == []
    assert "person-perhaps-shown" not in {one.rule for one in site.told()}


def test_voice_with_consent_and_source_is_told(site: SiteFolder) -> None:
    """Either it was published before, or somebody agreed that it is now."""
    site.edit(STORY, "consent: ada", "consent: ada, source: 1")
    assert rules(site) == [("one-too-many", "error")]


def test_consent_with_the_id_of_another_is_told(site: SiteFolder) -> None:
    """An id stands for one consent of a file."""
    site.edit(STORY, "id: bron", "id: ada")
    assert ("repeated-id", "error") in rules(site)
