"""A calendar's entry never looks older than one that was published before it."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from site_builder.compose.feeds.following.revisions import revision_of
from site_builder.read.prose.prose import Prose
from site_builder.read.types import Event

DAYS = st.dates(dt.date(1995, 1, 1), dt.date(2030, 12, 31)).map(str)
NOTE = st.fixed_dictionaries(
    {
        "date": DAYS,
        "note": st.sampled_from(["It moved.", "A comma."]),
        "kind": st.sampled_from(["new", "substantial", "correction", "minor"]),
    }
)
MOMENTS = st.sampled_from([None, "2025-04-01T10:00+01:00", "2024-01-01T00:00Z"])
OTHER_EDITS = st.one_of(
    st.tuples(st.just("held_on"), DAYS),
    st.tuples(st.just("title"), st.sampled_from(["A", "B"])),
    st.tuples(st.just("venue"), st.sampled_from([None, "A hall"])),
    st.tuples(st.just("starts"), st.sampled_from([None, "09:00", "22:30"])),
    st.tuples(st.just("publish_at"), MOMENTS),
    st.tuples(st.just("aliases"), st.sampled_from([[], ["old"]])),
)
EDITS = st.one_of(
    OTHER_EDITS,
    st.tuples(st.just("note"), NOTE),
    st.tuples(st.just("kind of a note"), st.sampled_from(["minor", "correction"])),
    st.tuples(st.just("call off"), st.just(None)),
    st.tuples(st.just("takes place after all"), NOTE),
    st.tuples(st.just("withdraw"), st.just(None)),
    st.tuples(st.just("bring back"), NOTE),
)
START: Mapping[str, Any] = {
    "slug": "x",
    "path": "x.md",
    "prose": Prose(),
    "title": "X",
    "summary": "X.",
    "held_on": "2025-06-20",
    "changes": [],
}


def edited(fields: dict[str, Any], name: str, value: Any) -> dict[str, Any]:
    """Return an event after an edit; whoever undoes something leaves a note of it."""
    notes = fields["changes"]
    gone = {"on": "2025-05-01", "reason": "Wrong."}
    meant: dict[str, dict[str, Any]] = {
        "note": {"changes": [value, *notes]},
        "kind of a note": {"changes": [one | {"kind": value} for one in notes]},
        "call off": {"called_off": "No hall."},
        "takes place after all": {"called_off": None, "changes": [*notes, value]},
        "withdraw": {"status": "withdrawn", "withdrawn": gone},
        "bring back": {"status": "published", "withdrawn": None, "changes": [*notes, value]},
    }
    return fields | meant.get(name, {name: value})


def event(fields: Mapping[str, Any]) -> Event:
    return Event.model_validate({name: one for name, one in fields.items() if one is not None})


@given(st.lists(EDITS, max_size=12))
def test_stamp_and_sequence_never_go_back(edits: list[tuple[str, Any]]) -> None:
    """Whatever is edited, in whatever order: what says something new is newer as well."""
    fields = dict(START)
    before = revision_of(event(fields), None, "Europe/London")
    for name, value in edits:
        was, fields = event(fields), edited(fields, name, value)
        now = event(fields)
        revision = revision_of(now, now.called_off, "Europe/London")
        assert revision.number >= before.number
        assert revision.stamp >= before.stamp
        told = (len(now.changes), now.called_off, now.status)
        if told != (len(was.changes), was.called_off, was.status):
            assert revision.number > before.number
            assert revision.stamp > before.stamp
        before = revision
