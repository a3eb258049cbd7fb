"""What each column means and holds, in words, for the pages on the data."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from markupsafe import Markup, escape

from site_builder.compose.data.columns import Column, Sort
from site_builder.compose.data.files import table_address
from site_builder.compose.data.sheets import NUMBER, Sheet, has_a_sheet, is_only_json
from site_builder.compose.data.tables import SLUGS
from site_builder.compose.frame.frame import Frame
from site_builder.compose.views.page import Link
from site_builder.read.theme.retold import retold
from site_builder.read.theme.words import Words

_CODE = re.compile("`([^`]*)`")


@dataclass(frozen=True)
class Documented:
    """A column: its name in every file, what it means, and what it holds."""

    name: str
    meaning: Markup
    is_of_model: bool
    """Whether the meaning is the description of a field, which is in English on every site."""
    holds: str
    choices: tuple[str, ...] = ()
    """The values of a closed list."""
    of: Link | None = None
    """The table whose ids it holds."""
    notes: tuple[str, ...] = ()
    """What else is to be known: that it may be empty, a list, or only in the JSON."""


def table_link(frame: Frame, slug: str) -> Link:
    """Return a link to the page on a table."""
    return _table_link(frame.words, slug)


def _table_link(words: Words, slug: str) -> Link:
    return Link(words.say(f"data.tables.{slug.replace('-', '_')}"), table_address(slug))


def leading_to(
    frame: Frame, published: Collection[str], columns: Sequence[Documented]
) -> tuple[Documented, ...]:
    """Return columns of which those lead to a table whose page is among those published."""
    holds = frame.say("data.sorts.id")
    return tuple(
        replace(one, of=None, holds=holds) if one.of and one.of.address not in published else one
        for one in columns
    )


# No content is in what follows, so a process makes it once for each language.


@lru_cache(maxsize=64)
def documented(words: Words, columns: tuple[Column, ...]) -> tuple[Documented, ...]:
    """Return every column of rows, those of single parts under the name of the part."""
    return tuple(_documented(words, columns, ""))


@lru_cache(maxsize=64)
def documented_sheet(words: Words, sheet: Sheet) -> tuple[Documented, ...]:
    """Return every column of the CSV file of a list."""
    keys = (_key(words, key) for key in sheet.keys)
    return (*keys, *(_column(words, cell.name, cell.column, in_list=False) for cell in sheet.cells))


def _documented(words: Words, columns: Sequence[Column], before: str) -> Iterator[Documented]:
    for column in columns:
        name = f"{before}{column.name}"
        if column.parts and not column.is_list:
            yield from _documented(words, column.parts, f"{name}.")
        else:
            yield _column(words, name, column, in_list=column.is_list)


def _column(words: Words, name: str, column: Column, *, in_list: bool) -> Documented:
    sort = column.sort
    notes = {
        "list": in_list and sort is not None,
        "apart": in_list and has_a_sheet(column),
        "only_json": is_only_json(column),
        "may_be_empty": column.may_be_empty,
    }
    return Documented(
        name=name,
        meaning=_with_code(retold(column.meaning, words)),
        is_of_model=True,
        holds=words.say(f"data.sorts.{sort.name}") if sort else words.say("data.entries"),
        choices=sort.choices if sort else (),
        of=_table_of(words, sort) if sort else None,
        notes=tuple(words.say(f"data.notes.{note}") for note, is_so in notes.items() if is_so),
    )


def _table_of(words: Words, sort: Sort) -> Link | None:
    return _table_link(words, SLUGS[sort.kind]) if sort.kind else None


def _key(words: Words, name: str) -> Documented:
    is_count = name.endswith(NUMBER)
    meaning = words.say(f"data.keys.{'number' if is_count else 'owner'}")
    holds = words.say(f"data.sorts.{'whole_number' if is_count else 'id'}")
    return Documented(name, escape(meaning), is_of_model=False, holds=holds)


def _with_code(text: str) -> Markup:
    """Return a text with what stands between backticks as code."""
    return Markup(_CODE.sub(r"<code>\1</code>", str(escape(text))))  # noqa: S704 - escaped
