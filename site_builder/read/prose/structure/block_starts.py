"""How a line of Markdown shows that a block begins: CommonMark's rules, one function for each."""

import re
from dataclasses import dataclass

from site_builder.read.prose.structure.blocks import Kind

RULE = re.compile(r" {0,3}(?:(?:\* *){3,}|(?:- *){3,}|(?:_ *){3,})$")
HEADING = re.compile(r" {0,3}#{1,6}(?: |$)|#{1,6}[^#\s]")
UNDERLINE = re.compile(r" {0,3}(=+|-+) *$")
FENCE = re.compile(r"( {0,3})(`{3,}(?=[^`]*$)|~{3,})(.*)$")
_BULLET = re.compile(r"( *)[-+*](?= |$)")
_NUMBER = re.compile(r"( *)(\d{1,9})[.)](?= |$)")
_FOOTNOTE = re.compile(r" {0,3}\[\^([^\]\s]+)\]:(?: +|$)")
_DEFINITION = re.compile(r" {0,3}: {1,3}(?=\S)")
_NOTE = re.compile(r' {0,3}(!!!|\?\?\?\+?) ?([A-Za-z][\w-]*)(?: [\w -]+?)?(?: +"(.*?)")? *$')
ALERT = re.compile(r"\[!(\w+)\] *$")
"""The first line of a quotation that is a note, as GitHub has it."""

_CELL = r" *:?-+:? *"
_DELIMITERS = re.compile(rf" {{0,3}}\|?{_CELL}(?:\|{_CELL})*\|? *$")
_PIPE = re.compile(r"(?<!\\)\|")


@dataclass(frozen=True)
class Start:
    """The beginning of a container, and what of its first line is inside."""

    kind: Kind
    offset: int
    rest: str
    label: str = ""
    title: str | None = None


def item_start(line: str) -> Start | None:
    """Return the item of a list that a line begins, however far it is indented."""
    bullet, number = _BULLET.match(line), _NUMBER.match(line)
    marker = bullet or number
    if not marker:
        return None
    rest = line[marker.end() :]
    inner = rest.lstrip(" ")
    gap = len(rest) - len(inner) if inner else 1
    # Five spaces are one, and an indentation that belongs to what is inside.
    offset = marker.end() + (gap if gap < 5 else 1)
    label = number[2] if number else ""
    return Start("number" if number else "bullet", offset, inner, label)


def container_start(line: str) -> Start | None:
    """Return the footnote or the note that a line begins."""
    if footnote := _FOOTNOTE.match(line):
        return Start("footnote", 4, line[footnote.end() :], footnote[1])
    if note := _NOTE.match(line):
        kind: Kind = "note" if note[1] == "!!!" else "folded"
        label = note[2].lower() + ("+" if note[1] == "???+" else "")
        return Start(kind, 4, "", label, note[3])
    return None


def definition_start(line: str) -> Start | None:
    """Return the definition that a line begins, if a term stands before it."""
    found = _DEFINITION.match(line)
    return Start("definition", min(found.end(), 4), line[found.end() :]) if found else None


def heads_table(header: str, delimiters: str) -> bool:
    """Tell whether two lines are the head of a table."""
    if "|" not in header + delimiters or not _DELIMITERS.match(delimiters):
        return False
    return _cells(header) == _cells(delimiters)


def _cells(row: str) -> int:
    row = row.strip().removeprefix("|")
    if row.endswith("|") and not row.endswith("\\|"):
        row = row[:-1]
    return len(_PIPE.split(row))
