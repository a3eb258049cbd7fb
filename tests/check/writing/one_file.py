"""One file of content in memory, so that a rule about it can be asked without a site."""

from collections.abc import Callable, Iterator

from site_builder.read.content import Content
from site_builder.read.front_matter.things import read_item
from site_builder.read.problems import Problem
from site_builder.read.source import Source
from site_builder.read.types import ITEM_KINDS, Item
from site_builder.relate.visibility import Viewer

PATH = "content/pages/about.md"
_PAGE = next(kind for kind in ITEM_KINDS if kind.name == "page")
FIELDS = "title: About\nsummary: What this is.\n"

Rule = Callable[[Content, Viewer], Iterator[Problem]]


def content_of(text: str, fields: str = FIELDS) -> Content:
    """Return content that is one page with a text."""
    things = list(read_item(PATH, f"---\n{fields}---\n{text}", _PAGE))
    items = tuple(one for one in things if isinstance(one, Item))
    problems = tuple(one for one in things if isinstance(one, Problem))
    sources = {one.path: one for one in things if isinstance(one, Source)}
    return Content(items=items, sources=sources, problems=problems)


def told(rule: Rule, text: str, fields: str = FIELDS) -> list[tuple[str, int]]:
    """Return what a rule finds in a text: the id of each problem and its line in the text."""
    above = fields.count("\n") + 2
    content = content_of(text, fields)
    return [(one.rule, one.position.line - above) for one in rule(content, Viewer())]
