"""Marks of other tools that would be shown as they stand: each is named, with what to write.

No text is refused for what its author means by it; what is named here has no meaning on a page of
this site, and readers would see brackets and signs. What stands in code is left alone.
"""

import re
from collections.abc import Iterator

from site_builder.check.writing.marks_of_others import MARKS
from site_builder.read.content import Content
from site_builder.read.problems import Level, Position, Problem
from site_builder.read.prose.code_spans import unclosed_fence
from site_builder.read.source import Source
from site_builder.read.types import CaseStudy, Item, Page
from site_builder.relate.visibility import Viewer

UNWRITTEN = ("Tell it here.", "Write the text here.")
"""What a new file has in the place of its text."""

_DEFINED = re.compile(r"^ {0,3}(?:> ?)*\[([^\[\]\n]+)\]:", re.M)
_REFERENCE = re.compile(r"(?<!\\)\[([^\[\]\n]+)\]\[([^\[\]\n]*)\](?![\[(:])")
_SECOND_FIELDS = re.compile(
    r"\s*^---[ \t]*\n(?:[A-Za-z_][\w-]*:.*\n|[ \t]+.*\n|- .*\n)+---[ \t]*$", re.M
)


def leftover_marks(content: Content, _viewer: Viewer) -> Iterator[Problem]:
    """Yield each mark of another tool, and each text that was not written yet."""
    for item in content.items:
        source = content.sources[item.path]
        yield from _marks(source)
        yield from _references(source)
        yield from _rest_of_others(source)
        yield from _unwritten(item, source)


def _marks(source: Source) -> Iterator[Problem]:
    for mark in MARKS:
        if mark.hint not in source.body:
            continue
        for at, found in source.found_in_body(mark.pattern):
            written = found[0].strip()
            what = f"`{_cut(written)}` {mark.what}."
            yield source.problem(at, mark.rule, what, mark.fix_of(written))


def _references(source: Source) -> Iterator[Problem]:
    """Yield each [words][name] whose name stands for no address."""
    if "][" not in source.body:
        return
    defined = {_plain(found[1]) for found in _DEFINED.finditer(source.body)}
    for at, found in source.found_in_body(_REFERENCE):
        name = found[2] or found[1]
        if _plain(name) not in defined and not name.startswith("^"):
            what = (
                f"`{_cut(found[0])}` is a link to nothing: no line says what [{name}] stands for."
            )
            fix = f"Write [{found[1]}](address), or add a line: [{name}]: address"
            yield source.problem(at, "undefined-reference", what, fix)


def _rest_of_others(source: Source) -> Iterator[Problem]:
    if second := _SECOND_FIELDS.match(source.body):
        at = source.position(source.body_start + second.group().index("---") + second.start())
        what = "A second front matter starts here, and would be shown as text."
        fix = "Move its fields up to the first, and take the rest out."
        yield source.problem(at, "second-front-matter", what, fix)
    start = unclosed_fence(source.body)
    if start is not None:
        at = source.position(source.body_start + start)
        what = "The code that starts here has no end, so all that follows is shown as code."
        yield source.problem(at, "unclosed-code", what, "Add a line of ``` where the code ends.")


def _unwritten(item: Item, source: Source) -> Iterator[Problem]:
    level: Level = "warning" if item.status == "draft" else "error"
    for words in UNWRITTEN:
        if words not in source.body:
            continue
        for at, _ in source.found_in_body(re.compile(rf"^{re.escape(words)}$", re.M)):
            what = f'"{words}" is what a new file says before its text is written.'
            yield source.problem(
                at, "unwritten-text", what, "Write the text, or take it out.", level
            )
    if isinstance(item, CaseStudy | Page) and not source.body.strip():
        at = Position(source.position(source.body_start).line)
        what = "There is no text under the front matter."
        fix = "Tell the story here, under headings that start with ##."
        yield source.problem(at, "empty-text", what, fix, "warning")


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())


def _cut(written: str) -> str:
    return written if len(written) <= 60 else f"{written[:57]}…"
