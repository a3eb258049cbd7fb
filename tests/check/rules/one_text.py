"""Rules of writing, asked of one text in memory."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from site_builder.check.rules.allowances import without_allowed
from site_builder.check.rules.catalogue import RULES
from site_builder.check.rules.judging import Asked, problems_of_writing
from site_builder.read.content import Content
from site_builder.read.front_matter.things import read_item, read_register
from site_builder.read.problems import Problem, in_order
from site_builder.read.settings_file.checks import Checks, Grade
from site_builder.read.source import Source
from site_builder.read.types import ITEM_KINDS, REGISTER_KINDS, Item, RegisterEntry
from site_builder.relate.visibility import Viewer

MARK = "▶"
PAGE = "title: About\nsummary: What this is.\n"
STORY = """\
title: Warm homes
summary: Homes got warm.
date: 2025-02-11
mission: clean-energy
place: leeds
partners: [council]
principles: [{principle: orchestration, how: All sat at one table.}]
need: Many homes were cold, as nurses saw on their visits.
change: One team did the whole of a street.
learning: {tried: A street at a time., happened: Most said yes., next: Two more., unknown: Costs.}
sources: [{id: 1, title: A report, url: 'https://example.org/report'}]
"""
PARTNERS = """\
council: {name: The council, kind: local-government}
tenants: {name: The tenants, kind: citizens}
"""
NOW = dt.datetime(2026, 6, 1, tzinfo=dt.UTC)
EVERY: dict[str, Grade] = {rule.id: "hint" for rule in RULES}
"""Every rule switched on, those too that start as off."""


@dataclass(frozen=True)
class Planted:
    """A defect, and the text after it was put right."""

    rule: str
    bad: str
    good: str
    says: str = ""
    """What the message or the remedy must have in it."""


def file_of(text: str) -> str:
    """Return a whole file: a text, or fields and a text with a line of === between them."""
    fields, parted, body = text.rpartition("===\n")
    is_story = fields.startswith("story:\n")
    given = fields.removeprefix("story:\n")
    names = {line.split(":")[0] for line in given.replace(MARK, "").splitlines() if line[:1] != " "}
    base = STORY if is_story else PAGE
    kept = [line for line in base.splitlines() if line.split(":")[0] not in names]
    head = "\n".join([*kept, *given.splitlines()])
    return f"---\n{head}\n---\n{body if parted else text}"


def content_of(files: Iterable[tuple[str, str]]) -> Content:
    """Return content of some files, by their paths, with two partners."""
    things: list[object] = []
    for path, text in files:
        folder = path.split("/")[1]
        kind = next(one for one in ITEM_KINDS if one.source == folder)
        things += read_item(path, text, kind)
    register = next(one for one in REGISTER_KINDS if one.name == "partner")
    things += read_register("content/registers/partners.yml", PARTNERS, register)
    faults = [one for one in things if isinstance(one, Problem)]
    assert not faults, faults
    return Content(
        items=tuple(one for one in things if isinstance(one, Item)),
        entries=tuple(one for one in things if isinstance(one, RegisterEntry)),
        sources={one.path: one for one in things if isinstance(one, Source)},
    )


def told(
    text: str,
    *,
    path: str = "",
    checks: Checks | None = None,
    language: str = "en",
    others: Iterable[tuple[str, str]] = (),
) -> tuple[Problem, ...]:
    """Return what all rules of writing tell of a text."""
    folder = "case-studies" if text.startswith("story:\n") else "pages"
    path = path or f"content/{folder}/a-text.md"
    content = content_of([(path, file_of(text).replace(MARK, "")), *others])
    asked = Asked(checks or Checks(rules=EVERY), language, hints=True)
    found = without_allowed(problems_of_writing(content, Viewer(NOW), asked), content, hints=True)
    return in_order(one for one in found if one.path == path)


def rules(text: str, **more: object) -> set[str]:
    """Return the ids of the rules that a text breaks."""
    return {one.rule for one in told(text, **more)}  # type: ignore[arg-type]
