"""The text of a new file or entry: what is known filled in, the rest left blank."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pydantic import BaseModel

from site_builder.check.writing.leftovers import UNWRITTEN
from site_builder.doors.starting.asked_fields import AskedField, asked_fields, needed_fields
from site_builder.doors.starting.filling import as_value
from site_builder.read.front_matter import plain_yaml
from site_builder.read.types import Kind

_TELL, _WRITE = UNWRITTEN
_BODIES = {
    "case study": f"## How it worked\n\n{_TELL}\n\n## What came of it\n\n{_TELL}\n",
    "council summary": f"## What was learned\n\n{_TELL}\n",
}
_BODY = f"{_WRITE}\n"

Answers = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class NewFile:
    """A file about to be made."""

    text: str
    blanks: tuple[str, ...]
    """The fields that its author still has to fill in."""


def new_file(kind: Kind, answers: Answers) -> NewFile:
    """Return a file of a content type with what is known filled in and the rest left blank."""
    blanks: list[str] = []
    lines: list[str] = []
    for one in needed_fields(kind.model):
        lines += _lines(one, answers.get(one.name, ()), blanks)
    text = "\n".join(["---", *lines, "status: draft", "---", _BODIES.get(kind.name, _BODY)])
    return NewFile(text, tuple(blanks))


def with_entry(register: str, kind: Kind, slug: str, answers: Answers) -> str | None:
    """Return a register with one more entry at its end; nothing where it has no room there.

    Everything that stands in it stays as it is, comments too.
    """
    given = [(one, answers[one.name][0]) for one in asked_fields(kind) if answers.get(one.name)]
    fields = [f"  {one.name}: {text if one.is_number else as_value(text)}" for one, text in given]
    gap = "" if not register or register.endswith("\n") else "\n"
    made = f"{register}{gap}" + "".join(f"{line}\n" for line in (f"{slug}:", *fields))
    try:
        before, after = plain_yaml.load(register) or {}, plain_yaml.load(made)
    except plain_yaml.YamlFault:
        return None
    is_added = isinstance(before, dict) and isinstance(after, dict)
    is_added = is_added and list(after) == [*before, slug]
    return made if is_added and {**after, **before} == after else None


def _lines(one: AskedField, given: tuple[str, ...], blanks: list[str]) -> Iterator[str]:
    """Yield the lines of one field, with its sentence as a comment above."""
    yield f"# {one.field.description}"
    if one.part:
        yield f"{one.name}:"
        for value in given or ("",):
            yield from _part_lines(one.part, value, blanks, one)
        return
    if one.is_list and not given and one.may_be_empty:
        yield f"{one.name}: []"
        return
    if one.is_list:
        yield f"{one.name}:"
        yield from (f"  - {as_value(value)}".rstrip() for value in given or ("",))
    else:
        yield f"{one.name}: {as_value(given[0] if given else '')}".rstrip()
    if not given:
        blanks.append(one.name)


def _part_lines(
    part: type[BaseModel], value: str, blanks: list[str], one: AskedField
) -> Iterator[str]:
    """Yield the required fields of a part, the first answered if an answer is given."""
    lead = "  - " if one.is_list else "  "
    for number, inner in enumerate(needed_fields(part)):
        answer = value if number == 0 else ""
        yield f"{lead}{inner.name}: {as_value(answer)}".rstrip()
        lead = "    " if one.is_list else "  "
        if not answer:
            blanks.append(f"{one.name}.{inner.name}")
