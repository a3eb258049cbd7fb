"""The foot of a page: what changed since it was published, what it replaced, and whom to ask.

Every page of an item has it from `Frame.page`, so that no type can forget to tell of a change.
"""

from site_builder.compose.views.dates import long_date
from site_builder.compose.views.page import ChangeView, History
from site_builder.read.theme.words import Words
from site_builder.read.types import Item
from site_builder.read.types.kinds import kind_of
from site_builder.relate.dated.changes import Changed
from site_builder.relate.record import Record


def history_of(item: Item | None, address: str, record: Record, words: Words) -> History | None:
    """Return the history of an item for the page at an address; only its own address shows it."""
    if item is None or record.addresses.of(item) != address:
        return None
    told = record.histories.get(item.path, ())
    views = (
        ChangeView(
            long_date(words, one.day), one.day.isoformat(), kind(one, words), note(one, words)
        )
        for one in told
    )
    return History(tuple(views), item.contact)


def kind(told: Changed, words: Words) -> str:
    """Return what sort of change it was, in a word or two."""
    return words.say(f"changes.kinds.{told.kind}")


def note(told: Changed, words: Words) -> str:
    """Return what changed in sentences; of an item that was replaced, only why it had to be."""
    if told.kind != "replacement":
        return told.note
    what = words.say(f"nouns.{kind_of(told.item).name}")
    return words.say("changes.replaces", what=what, reason=told.note)
