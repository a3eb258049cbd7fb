"""What the data say that no single file does: commitments with their history, changes, withdrawals.

Each model here is a row of a table for researchers. Its descriptions are the documentation of the
columns, as those of the content types are for what authors write.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from site_builder.read.types import CouncilSummary, Item
from site_builder.read.types.council_summary import CommitmentState
from site_builder.read.types.fields.dates import Day, PartialDate
from site_builder.read.types.fields.references import BarrierSlug, MissionSlug, Refers
from site_builder.read.types.fields.references import CaseStudySlug as StorySlug
from site_builder.read.types.fields.text import Part, Text
from site_builder.read.types.item import ChangeKind, Withdrawal
from site_builder.read.types.kinds import kind_of
from site_builder.relate.council.commitments import Commitment
from site_builder.relate.council.ends_of_commitments import AskedFor
from site_builder.relate.permanence.identity import (
    commitment_id,
    id_of,
    recommendation_id,
    type_name,
)
from site_builder.relate.record import Record


@dataclass(frozen=True)
class Shape:
    """Marks a text of the data that has a shape of its own: an id, an address, HTML."""

    name: str


RecordId = Annotated[str, Shape("id")]
TypeName = Annotated[str, Shape("type")]
Address = Annotated[str, Shape("address")]
Html = Annotated[str, Shape("html")]
CouncilSlug = Annotated[str, Refers("council summary")]
LedgerState = Literal["made"] | CommitmentState


class Identity(Part):
    """What every row begins with."""

    id: RecordId = Field(
        description="What the data know it by: its type and the name it was first published under."
    )
    address: Address = Field(description="Its permanent address.")


class Entitled(Identity):
    """What a row begins with whose type has no title of its own."""

    title: Text = Field(description="What pages and lists call it.")


class Body(Part):
    """The text under the front matter of an item."""

    body_html: Html = Field(description="The text of the page under its fields, as HTML.")
    body_text: Annotated[str, Shape("long_text")] = Field(
        description="The same as plain text, an empty line between paragraphs."
    )


class CommitmentWord(Part):
    """What a council said of a commitment after it was made."""

    council: CouncilSlug = Field(description="The slug of the council that said it.")
    held_on: Day = Field(description="The day of that council.")
    state: CommitmentState = Field(description="under-way, kept, changed or dropped.")
    note: Text = Field(description="What has happened since, in one or two sentences.")
    case_study: StorySlug | None = Field(
        None, description="The slug of the case study that shows it."
    )


class CommitmentRow(Part):
    """A promise that a council made, with every later word on it."""

    text: Text = Field(description="What was promised, in one sentence.")
    owner: Text = Field(description="Who promised it, as a role or a body.")
    mission: MissionSlug = Field(description="The slug of the mission it is for.")
    due: PartialDate | None = Field(None, description="By when: a year, a month or a day.")
    barrier: BarrierSlug | None = Field(
        None, description="The slug of the barrier that it is meant to remove."
    )
    council: CouncilSlug = Field(description="The slug of the council that made it.")
    made_on: Day = Field(description="The day of that council.")
    recommendations: tuple[RecordId, ...] = Field(
        (), description="Ids of the recommendations of deliberations that it came from."
    )
    state: LedgerState = Field(
        description="The latest word on it: made, under-way, kept, changed or dropped."
    )
    is_silent: bool = Field(
        description="True when it is open and the last council said nothing of it."
    )
    illustrative: bool = Field(description="True for an invented example.")
    updates: tuple[CommitmentWord, ...] = Field(
        (), description="What later councils said of it, oldest first."
    )
    case_studies: tuple[StorySlug, ...] = Field(
        (), description="Slugs of the case studies that say of themselves that they show it."
    )


class ChangeRow(Part):
    """A change made to an item after publication, told to readers."""

    item: RecordId = Field(description="The id of what changed.")
    address: Address = Field(description="Its permanent address.")
    type: TypeName = Field(description="The type of what changed.")
    date: Day = Field(description="The day of the change.")
    kind: ChangeKind = Field(description="new, substantial, correction or minor.")
    note: Text = Field(description="What changed and why.")


class WithdrawnRow(Identity):
    """What is no longer shown; its address goes on answering, with the reason.

    A commitment goes with the council that made it.
    """

    type: TypeName = Field(description="The type of what was withdrawn.")
    withdrawn_on: Day = Field(description="The day it was withdrawn.")
    reason: Text = Field(description="Why, in words the public can read.")
    replaced_by: RecordId | None = Field(None, description="The id of what replaces it.")


def commitment_rows(record: Record) -> Iterator[tuple[str, CommitmentRow]]:
    """Yield the id and the row of each commitment, in the order in which they were made."""
    for name, commitment in record.commitments.items():
        yield name, _commitment(commitment, record.asked_for.get(name, ()))


def _commitment(commitment: Commitment, asked_for: Sequence[AskedFor]) -> CommitmentRow:
    made, council = commitment.made, commitment.council
    updates = tuple(
        CommitmentWord(
            council=said.council.slug,
            held_on=said.council.held_on,
            **said.update.model_dump(exclude={"commitment"}),
        )
        for said in commitment.updates
    )
    return CommitmentRow(
        **made.model_dump(include=set(CommitmentRow.model_fields)),
        council=council.slug,
        made_on=council.held_on,
        recommendations=tuple(recommendation_id(where, one.id) for where, one in asked_for),
        state=commitment.state,
        is_silent=commitment.is_silent,
        illustrative=council.illustrative,
        updates=updates,
        case_studies=tuple(story.slug for story in commitment.stories),
    )


def change_rows(record: Record, root: str) -> Iterator[ChangeRow]:
    """Yield every change that an item tells of, newest first; addresses come after `root`."""
    found = [
        ChangeRow(
            item=id_of(item),
            address=root + record.addresses.of(item),
            type=type_name(kind_of(item).name),
            date=change.date,
            kind=change.kind,
            note=change.note,
        )
        for shelf in record.shelves.values()
        for item in shelf.values()
        for change in item.changes
    ]
    yield from sorted(found, key=lambda row: (-row.date.toordinal(), row.item))


def withdrawn_rows(record: Record, root: str) -> Iterator[WithdrawnRow]:
    """Yield every withdrawal, newest first; addresses come after `root`."""
    found = [
        _withdrawn(record, item, item.withdrawn, root)
        for item in record.withdrawn
        if item.withdrawn
    ]
    found += _withdrawn_commitments(record, found, root)
    yield from sorted(found, key=lambda row: (-row.withdrawn_on.toordinal(), row.id))


def _withdrawn(record: Record, item: Item, withdrawal: Withdrawal, root: str) -> WithdrawnRow:
    kind = kind_of(item).name
    other = record.shelves[kind].get(withdrawal.replaced_by or "")
    return WithdrawnRow(
        id=id_of(item),
        address=root + record.addresses.of(item),
        type=type_name(kind),
        withdrawn_on=withdrawal.on,
        reason=withdrawal.reason,
        replaced_by=id_of(other) if other else None,
    )


def _withdrawn_commitments(
    record: Record, rows: Sequence[WithdrawnRow], root: str
) -> list[WithdrawnRow]:
    """Return what was withdrawn with its council, but what another council has made as well."""
    councils = [one for one in record.withdrawn if isinstance(one, CouncilSummary)]
    reasons = {row.id: row for row in rows}
    gone = {
        made.id: reasons[id_of(council)]
        for council in sorted(councils, key=lambda one: one.quarter)
        for made in council.commitments
        if made.id not in record.commitments
    }
    return [
        WithdrawnRow(
            id=commitment_id(name),
            address=root + record.addresses.at("commitment", name),
            type="commitment",
            withdrawn_on=row.withdrawn_on,
            reason=row.reason,
        )
        for name, row in gone.items()
    ]
