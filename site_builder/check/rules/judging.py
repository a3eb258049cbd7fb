"""Asks the rules of writing of every file, and weighs what is found as the site decided."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from site_builder.check.rules.catalogue import RULES, SETTABLE
from site_builder.check.rules.passages import Within
from site_builder.check.rules.rule import Found, Rule
from site_builder.check.rules.writing import Around, Writing
from site_builder.read.content import Content
from site_builder.read.kept.code_that_reads import code_in, code_that_reads
from site_builder.read.kept.kept import Kept
from site_builder.read.problems import Position, Problem, did_you_mean
from site_builder.read.settings_file.checks import Checks, Grade
from site_builder.read.source import Loc, Source
from site_builder.read.types import Item
from site_builder.relate.visibility import Viewer
from site_builder.settings import Settings, SettingsError


@dataclass(frozen=True)
class Asked:
    """What is asked of texts: by which site, and whether hints are wanted."""

    checks: Checks = field(default_factory=Checks)
    language: str = "en"
    """The language of the site, without its country."""
    hints: bool = False

    @classmethod
    def by(cls, settings: Settings, *, hints: bool) -> "Asked":
        """Return what a site asks."""
        return cls(settings.check, settings.language.split("-")[0], hints)

    def grade_of(self, rule: Rule) -> Grade:
        return self.checks.rules.get(rule.id, rule.grade)


def problems_of_writing(
    content: Content, viewer: Viewer, asked: Asked, kept: Kept | None = None
) -> Iterator[Problem]:
    """Yield what breaks a rule of writing; without hints, no rule that gives one is asked.

    What is found with one stand-in for what is missing and not with another is no author's. Only
    files with gaps, and rules that look around, can find anything else with other stand-ins. What
    was found in a file alone is `kept` for the next time.
    """
    ignored = ("off",) if asked.hints else ("off", "hint")
    rules = [one for one in RULES if asked.grade_of(one) not in ignored]
    around_only = [one for one in rules if one.looks_around]
    unsure = {one.id for one in around_only}

    def rules_for(item: Item) -> Iterable[Rule]:
        return rules if item.path in content.gaps else around_only

    others = [set(_problems(one, viewer, asked, rules_for, Kept())) for one in content.others]
    for problem in _problems(content, viewer, asked, lambda _: rules, kept or Kept()):
        is_sure = problem.path not in content.gaps and problem.rule not in unsure
        if is_sure or all(problem in found for found in others):
            yield problem


def _problems(
    content: Content,
    viewer: Viewer,
    asked: Asked,
    rules_for: Callable[[Item], Iterable[Rule]],
    kept: Kept,
) -> Iterator[Problem]:
    around = Around(content, viewer, asked.checks, asked.language)
    alone = replace(around, content=Content(), viewer=Viewer())
    known_by = repr((asked, content.facts)).encode()
    for item in content.items:
        if item.status == "withdrawn":
            continue
        source, rules = content.sources[item.path], list(rules_for(item))
        looking = [one for one in rules if one.looks_around]
        yield from _of_file(Writing(item, source, around), looking, asked)
        # A thing with gaps is not what its file says: stand-ins are in it.
        store = kept if item.path not in content.gaps else Kept()
        key = (_code(), known_by, item.path.encode(), source.text.encode())
        found = store.get(*key)
        if found is None:
            others = [one for one in rules if not one.looks_around]
            found = [*_of_file(Writing(item, source, alone), others, asked)]
            store.put(found, *key)
        yield from found


def _code() -> bytes:
    return code_that_reads() + code_in(Path(__file__).parent)


def _of_file(writing: Writing, rules: Iterable[Rule], asked: Asked) -> Iterator[Problem]:
    for rule in rules:
        if rule.judges(writing.language):
            for one in rule.find(writing):
                yield _problem(writing, rule, one, asked)


def _problem(writing: Writing, rule: Rule, one: Found, asked: Asked) -> Problem:
    source, grade = writing.source, asked.grade_of(rule)
    at = _position(one.at, source)
    what, fix = rule.what.format_map(one.values), rule.fix.format_map(one.values)
    return source.problem(at, rule.id, what, fix, "error" if grade == "off" else grade)


_HEAD_OF_VALUE = re.compile(r"[>|][-+0-9]*\s+|['\"]")


def _position(at: int | Loc | Within, source: Source) -> Position:
    if isinstance(at, int):
        return source.position(source.body_start + at)
    if not isinstance(at, Within):
        return source.position_of(at)
    # A value may stand in quotes or go on over lines; its words are the same.
    value = source.position_of(at.loc)
    start = source.offset(value)
    if head := _HEAD_OF_VALUE.match(source.text, start):
        start = head.end()
    end = _end_of(at.before, source.text, start)
    return source.position(end) if end else value


def _end_of(words: str, text: str, start: int) -> int:
    """Return where some words end that begin at `start`, whatever space is between; 0 if not."""
    at = start
    for number, word in enumerate(words.split()):
        at = _after_space(text, at) if number else at
        if not text.startswith(word, at):
            return 0
        at += len(word)
    return _after_space(text, at) if words[-1:].isspace() else at if words else 0


def _after_space(text: str, at: int) -> int:
    while text[at : at + 1].isspace():
        at += 1
    return at


def weighed(problems: Iterable[Problem], asked: Asked) -> Iterator[Problem]:
    """Yield the problems of other rules as the site weighs them, without those that it leaves."""
    for problem in problems:
        grade = asked.checks.rules.get(problem.rule) if problem.rule in SETTABLE else None
        if grade is None:
            yield problem
        elif grade != "off":
            yield replace(problem, level=grade)


def refuse_unknown_rules(settings: Settings) -> None:
    """Raise SettingsError for rules that there are not; settings do not know which there are."""
    if slips := tuple(slips_in_rules(settings)):
        raise SettingsError(slips)


def slips_in_rules(settings: Settings) -> Iterator[Problem]:
    """Yield a problem for each rule of the settings that there is not."""
    for rule in settings.check.rules:
        if rule not in SETTABLE:
            what = f"`{rule}` is not a rule that can be set."
            fix = did_you_mean(rule, SETTABLE, "The rules are")
            yield settings.place_of_rule(rule).problem(what, fix)
