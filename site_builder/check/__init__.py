"""Rules about authors' work: each module holds some, each rule yields problems.

What can not be read at all is found while reading; everything that can be read and is still
wrong is found here, and all of it is reported together.
"""

from collections.abc import Iterable, Iterator

from site_builder.check.council.cadence import broken_cadence
from site_builder.check.council.commitments import commitment_slips
from site_builder.check.council.occasions import impossible_occasions
from site_builder.check.fields.changes import misdated_changes
from site_builder.check.fields.choices import contradicting_fields
from site_builder.check.fields.editorial import editorial_slips
from site_builder.check.fields.far_days import days_out_of_place
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
from site_builder.check.permanence.permanence import broken_promises
from site_builder.check.permanence.texts import other_texts
from site_builder.check.rules.allowances import without_allowed
from site_builder.check.rules.judging import Asked, problems_of_writing, weighed
from site_builder.check.stories.barriers import barrier_slips
from site_builder.check.stories.facts import unsupported_facts
from site_builder.check.writing.images import image_slips
from site_builder.check.writing.leftovers import leftover_marks
from site_builder.check.writing.link_targets import links_to_nothing
from site_builder.check.writing.links import broken_links
from site_builder.check.writing.own_links import own_link_slips
from site_builder.check.writing.structure import structure_slips
from site_builder.read.content import Content
from site_builder.read.problems import Problem, in_order
from site_builder.relate.visibility import Viewer

RULES = (
    unknown_references,
    shared_addresses,
    broken_links,
    own_link_slips,
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


def check(content: Content, viewer: Viewer, asked: Asked | None = None) -> tuple[Problem, ...]:
    """Return everything that is wrong with the content, what could not be read included."""
    asked = asked or Asked()
    found = (*weighed(_all(content, viewer), asked), *problems_of_writing(content, viewer, asked))
    return in_order(without_allowed(found, content, hints=asked.hints))


def errors_in(problems: Iterable[Problem], *, strict: bool = False) -> bool:
    """Tell whether problems stop a build; under strict, warnings do, and hints never."""
    stops = ("error", "warning") if strict else ("error",)
    return any(problem.level in stops for problem in problems)


def _all(content: Content, viewer: Viewer) -> Iterator[Problem]:
    yield from content.problems
    for rule in RULES:
        yield from rule(content, viewer)
