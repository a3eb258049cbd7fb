"""Rules about authors' work: each module holds some, each rule yields problems.

What can not be read at all is found while reading; everything that can be read and is still
wrong is found here, and all of it is reported together.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from site_builder.check.council.cadence import broken_cadence
from site_builder.check.council.commitments import commitment_slips
from site_builder.check.council.occasions import impossible_occasions
from site_builder.check.fields.changes import misdated_changes
from site_builder.check.fields.choices import contradicting_fields
from site_builder.check.fields.editorial import editorial_slips
from site_builder.check.fields.far_days import days_out_of_place
from site_builder.check.fields.home import home_slips
from site_builder.check.fields.plain_values import values_not_as_typed
from site_builder.check.fields.references import unknown_references
from site_builder.check.missions.colours import illegible_colours
from site_builder.check.missions.theories import theory_slips
from site_builder.check.people.consent import people_without_consent
from site_builder.check.people.consent_ends import consents_that_end
from site_builder.check.people.deliberations import deliberation_slips
from site_builder.check.people.names import names_given_away
from site_builder.check.people.names_in_text import names_that_can_not_go
from site_builder.check.people.stewardship import stewardship_slips
from site_builder.check.permanence.addresses import shared_addresses
from site_builder.check.permanence.given_ids import ids_given_twice
from site_builder.check.permanence.names import moved_sections
from site_builder.check.permanence.permanence import broken_promises
from site_builder.check.permanence.texts import other_texts
from site_builder.check.rules.allowances import without_allowed
from site_builder.check.rules.judging import (
    Asked,
    problems_of_writing,
    refuse_unknown_rules,
    weighed,
)
from site_builder.check.stories.barriers import barrier_slips
from site_builder.check.stories.facts import unsupported_facts
from site_builder.check.writing.images import image_slips
from site_builder.check.writing.leftovers import leftover_marks
from site_builder.check.writing.link_targets import links_to_nothing
from site_builder.check.writing.links import broken_links
from site_builder.check.writing.own_files import own_file_slips
from site_builder.check.writing.own_links import own_link_slips
from site_builder.check.writing.structure import structure_slips
from site_builder.read.content import Content
from site_builder.read.kept.kept import Kept, kept_in
from site_builder.read.problems import Level, Problem, in_order
from site_builder.relate.visibility import Viewer
from site_builder.settings import Settings

Rule = Callable[[Content, Viewer], Iterator[Problem]]

RULES: tuple[Rule, ...] = (
    unknown_references,
    shared_addresses,
    broken_links,
    own_link_slips,
    own_file_slips,
    links_to_nothing,
    leftover_marks,
    values_not_as_typed,
    image_slips,
    people_without_consent,
    consents_that_end,
    names_given_away,
    names_that_can_not_go,
    structure_slips,
    editorial_slips,
    unsupported_facts,
    commitment_slips,
    contradicting_fields,
    home_slips,
    deliberation_slips,
    illegible_colours,
    broken_cadence,
    theory_slips,
    barrier_slips,
    stewardship_slips,
    misdated_changes,
    impossible_occasions,
    broken_promises,
    other_texts,
    ids_given_twice,
    days_out_of_place,
)


ABOUT_ADDRESSES = (shared_addresses, broken_promises, other_texts, ids_given_twice)
"""Rules about what a file takes from others, which it also does as a draft."""


def check(
    content: Content, viewer: Viewer, asked: Asked | None = None, kept: Kept | None = None
) -> tuple[Problem, ...]:
    """Return everything that is wrong with the content, what could not be read included."""
    asked = asked or Asked()
    found = tuple(_all(content, viewer, asked, kept))
    return in_order(without_allowed(found, content, hints=asked.hints))


def checked(
    content: Content, settings: Settings, viewer: Viewer, *, hints: bool = False
) -> tuple[Problem, ...]:
    """Return what is wrong with the content of a site; where all of it would move, that is enough.

    Raises SettingsError for rules that there are not; settings do not know which there are.
    """
    refuse_unknown_rules(settings)
    moved = tuple(moved_sections(content.ledger, settings))
    if moved or not hints:  # what a build asks of texts is asked sooner than looked up
        return moved or check(content, viewer, Asked.by(settings, hints=False))
    with kept_in(settings.cache / "rules.sqlite") as kept:
        return check(content, viewer, Asked.by(settings, hints=True), kept)


def errors_in(problems: Iterable[Problem], *, strict: bool = False) -> bool:
    """Tell whether problems stop a build; under strict, warnings do, but for those in drafts.

    Hints never do.
    """
    return any(
        problem.level == "error"
        or (strict and problem.level == "warning" and not problem.is_in_draft)
        for problem in problems
    )


def open_in_drafts(problems: Iterable[Problem]) -> Mapping[str, tuple[str, ...]]:
    """Return in words what is still open in each draft, by its path."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for problem in problems:
        if problem.is_in_draft:
            found[problem.path].append(problem.what)
    return {path: tuple(said) for path, said in found.items()}


def _all(content: Content, viewer: Viewer, asked: Asked, kept: Kept | None) -> Iterator[Problem]:
    drafts = {item.path for item in content.items if item.status == "draft"}
    yield from (_in_draft(one, drafts) for one in weighed(content.problems, asked))
    for rule in RULES:
        lenient = drafts if rule not in ABOUT_ADDRESSES else set[str]()
        found = weighed(_found(rule, content, viewer), asked)
        yield from (_in_draft(one, lenient) for one in found)
    of_writing = problems_of_writing(content, viewer, asked, kept)
    yield from (_in_draft(one, drafts) for one in of_writing)


def _in_draft(problem: Problem, drafts: Collection[str]) -> Problem:
    """Return a problem of a draft as a warning: an unfinished file stops nobody else."""
    if problem.path not in drafts:
        return problem
    level: Level = "hint" if problem.level == "hint" else "warning"
    return replace(problem, level=level, is_in_draft=True)


def _found(rule: Rule, content: Content, viewer: Viewer) -> Iterator[Problem]:
    """Yield what a rule finds, whatever should stand where something is missing.

    What is found with one stand-in and not with another is the stand-in's, and no author's.
    """
    others = [set(rule(one, viewer)) for one in content.others]
    for problem in rule(content, viewer):
        if all(problem in found for found in others):
            yield problem
