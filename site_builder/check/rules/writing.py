"""One file made ready for the rules of writing, and what a rule may know around it.

Each view of a file is made once, when the first rule asks for it.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from site_builder.check.rules.cutting import passages_of
from site_builder.check.rules.passages import Passage, Said
from site_builder.read.content import Content
from site_builder.read.settings_file.checks import Checks
from site_builder.read.source import Loc, Source
from site_builder.read.types import Item
from site_builder.read.types.registers import Partner
from site_builder.relate.own_files import file_at
from site_builder.relate.visibility import Sight, Viewer

_TITLE = "title"
_OWN_WORDS: tuple[tuple[str, ...], ...] = (
    ("summary",),
    ("statement",),
    ("why_it_matters",),
    ("need",),
    ("change",),
    ("permission",),
    ("learning", "tried"),
    ("learning", "happened"),
    ("learning", "next"),
    ("learning", "unknown"),
    ("outcomes", "*", "text"),
    ("principles", "*", "how"),
    ("try_this",),
    ("caveats",),
    ("commitments", "*", "text"),
    ("commitment_updates", "*", "note"),
    ("decisions", "*"),
)
"""The fields in which an author writes sentences; what others said stands in fields of its own."""


@dataclass(frozen=True)
class Around:
    """What is around a file: all other content, who looks, and what the site decided."""

    content: Content
    viewer: Viewer
    checks: Checks
    language: str = "en"
    """The language of the site, without its country."""

    @cached_property
    def titles(self) -> Counter[tuple[str, str]]:
        """How many items of a kind that the public sees have each title."""
        public = (one for one in self.content.items if self.is_public(one))
        return Counter((type(one).__name__, plain_title(one)) for one in public)

    @cached_property
    def partners(self) -> Mapping[str, Partner]:
        return {one.slug: one for one in self.content.entries if isinstance(one, Partner)}

    @cached_property
    def items(self) -> Mapping[str, Item]:
        """Every item by its path."""
        return {one.path: one for one in self.content.items}

    def is_public(self, item: Item) -> bool:
        return self.viewer.sight_of(item) is Sight.PUBLIC


def plain_title(item: Item) -> str:
    """Return a title without what makes no difference: capitals and spaces."""
    return " ".join(str(getattr(item, _TITLE, "")).casefold().split())


@dataclass(frozen=True)
class Writing:
    """One file, as rules look at it."""

    item: Item
    source: Source
    around: Around

    @property
    def language(self) -> str:
        """The language of the file, without its country."""
        return (self.item.lang or self.around.language).split("-")[0]

    @property
    def markdown(self) -> str:
        """The body at its length, with spaces in the place of code."""
        return self.source.body_without_code

    def is_own_file(self, address: str) -> bool:
        """Tell whether an address leads to a file of the site's own, which the build describes."""
        content = self.around.content
        return file_at(address, self.item.path, content.files, content.site_root) is not None

    @cached_property
    def body(self) -> tuple[Passage, ...]:
        """The passages of the body."""
        return passages_of(self.source.body, self.markdown)

    @cached_property
    def own(self) -> tuple[Passage, ...]:
        """What the author says, in the body and in front matter; not whom they quote."""
        said = (one for one in self.body if one.kind != "quote")
        return (*self._fields, *said)

    @cached_property
    def said(self) -> Said:
        """The same, as one text to look for patterns in."""
        return Said(self.own)

    @cached_property
    def sentences(self) -> tuple[Passage, ...]:
        """What the author says in whole sentences."""
        return tuple(one for one in self.own if one.kind in ("paragraph", "item", "field"))

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word that the author uses, in small letters."""
        return frozenset(
            " ".join(chain.from_iterable(one.words for one in self.own)).lower().split()
        )

    @property
    def _fields(self) -> Iterator[Passage]:
        if title := getattr(self.item, _TITLE, None):
            yield Passage("title", title, loc=(_TITLE,))
        for way in _OWN_WORDS:
            for loc, text in _texts(self.item, way, ()):
                yield Passage("field", text, loc=loc)


def _texts(value: object, way: tuple[str, ...], loc: Loc) -> Iterator[tuple[Loc, str]]:
    if value is None:
        return
    if not way:
        yield loc, str(value)
    elif way[0] != "*":
        yield from _texts(getattr(value, way[0], None), way[1:], (*loc, way[0]))
    elif isinstance(value, tuple):
        for number, one in enumerate(value):
            yield from _texts(one, way[1:], (*loc, number))
