"""Names of fields of other tools: each is told with what it is called here."""

import pytest

from site_builder.read.front_matter.keys_of_others import called_here, meant
from site_builder.read.problems import Problem
from site_builder.read.types import ITEM_KINDS, CaseStudy, Page
from site_builder.read.types.fields.text import written_fields
from tests.conftest import SiteFolder

STORY, PAGE = written_fields(CaseStudy), written_fields(Page)


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("tags: [warmth]", "Say it with `mission`, `principles`, `place` and `partners` instead"),
        ("categories: News", "Say it with `mission` and `also_missions` instead"),
        ("draft: true", "Write `status: draft` in its place."),
        ("draft: false", "Take the line out; what is no draft is published."),
        ("published: false", "Write `status: draft` in its place."),
        ("published: true", "Take the line out; what is no draft is published."),
        ("published: 2025-01-02", "`date` says its day"),
        ("excerpt: Words.", "It is called `summary` here"),
        ("Description: Words.", "It is called `summary` here"),
        ("lastmod: 2025-01-02", "Tell readers in `changes` what changed"),
        ("publishDate: 2025-01-02", "It is called `date` or `publish_at` here"),
        ("layout: post", "the folder of the file says what it is"),
        ("permalink: /warm/", "the address is the file's name"),
        ("redirect_from: [/old/]", "in `aliases`, as a list"),
        ("featured_image: a.jpg", "Write it under `image`"),
        ("slug: warm", "the file's name and text say it already"),
        ("sumary: Words.", 'Did you mean "summary"?'),
    ],
)
def test_name_of_another_tool_is_told_as_here(site: SiteFolder, written: str, told: str) -> None:
    """The line of the name, and the field that is meant or what to do instead."""
    story = "content/case-studies/night-nurses.md"
    site.edit(story, "need: Nobody", f"{written}\nneed: Nobody")
    problems = [one for one in site.problems() if one.level == "error"]
    (problem,) = problems
    assert told in problem.fix
    assert (problem.path, problem.excerpt) == (story, written)


def test_name_that_stands_for_a_field_is_the_only_problem(site: SiteFolder) -> None:
    """Nobody is told that the summary is missing who wrote it as a description."""
    story = "content/case-studies/night-nurses.md"
    site.edit(story, "summary:", "description:")
    errors: list[Problem] = [one for one in site.problems() if one.level == "error"]
    assert [one.rule for one in errors] == ["unknown-field"]


def test_no_field_is_taken_for_a_name_of_others() -> None:
    """What a type has is never told as something else, and only fields it has are named."""
    for kind in ITEM_KINDS:
        fields = written_fields(kind.model)
        for name in fields:
            assert meant(name, fields) == name
    assert called_here("weight", 3, PAGE) == "It is called `order` here: write that in its place."
    assert called_here("weight", 3, STORY) == "Take the line out; the site has no such switch."
    assert called_here("tags", "a", PAGE) is not None
    assert "mission" not in str(called_here("tags", "a", PAGE))
