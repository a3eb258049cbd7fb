"""Python-Markdown with the extensions that make it the Markdown which people know."""

import re
import string
from functools import cache
from html import unescape
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.inlinepatterns import LINK_RE, InlineProcessor, LinkInlineProcessor
from markdown.preprocessors import Preprocessor

from site_builder.read.prose.heading_ids import IdsInAnyScript, OwnIds, heading_id
from site_builder.read.prose.inline.addresses_in_text import link_addresses
from site_builder.read.prose.inline.emphasis import Emphasis
from site_builder.read.prose.inline.quick_inline import QuickInline
from site_builder.read.prose.shapes import Shapes
from site_builder.read.prose.structure.block_reader import read_blocks
from site_builder.read.prose.structure.canonical import TAGGED, canonical

_ATTRIBUTE = re.compile(r"""([A-Za-z][\w:-]*)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+))?""")

_LINK = re.compile(r"(?<!!)\[[^\[\]]*\]\([^()]*\)")


class _Footnotes(FootnoteExtension):
    """Footnotes whose ids have the name of the text, so that feeds have each id once."""

    name = ""

    def makeFootnoteId(self, id: str) -> str:  # noqa: A002, N802 - the library's names
        return super().makeFootnoteId(f"{self.name}{id}")

    def makeFootnoteRefId(self, id: str, found: bool = False) -> str:  # noqa: A002, FBT001, FBT002, N802
        return super().makeFootnoteRefId(f"{self.name}{id}", found)


class _KnownBlocks(Preprocessor):
    """Write the blocks of a text so that the parser sees them as they are."""

    def run(self, lines: list[str]) -> list[str]:
        blocks = read_blocks("\n".join(lines).replace(TAGGED, ""))
        return canonical(blocks, self.md.htmlStash.store).split("\n")


class _Tagged(BlockProcessor):
    """Make the element of a block that is one, with Markdown among its words."""

    def test(self, parent: Element, block: str) -> bool:  # noqa: ARG002
        return block.startswith(TAGGED)

    def run(self, parent: Element, blocks: list[str]) -> None:
        written, words = blocks.pop(0)[1:].split(TAGGED, 1)
        tag, *_ = written.split(maxsplit=1)
        given = _ATTRIBUTE.findall(written[len(tag) :])
        attributes = {name.lower(): unescape(value.strip("\"'")) for name, value in given}
        SubElement(parent, tag, attributes).text = words.strip()


class _InnermostLink(LinkInlineProcessor):
    """No link stands inside a link: the inner one is it, as in CommonMark."""

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self, m: re.Match[str], data: str
    ) -> tuple[Element | str | None, int | None, int | None]:
        text, _, is_closed = self.getText(data, m.end(0))
        if is_closed and _LINK.search(text):
            return None, None, None
        return super().handleMatch(m, data)


class _HardBreak(InlineProcessor):
    """A backslash at the end of a line breaks it."""

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002
    ) -> tuple[Element, int, int]:
        return Element("br"), m.start(0), m.end(0)


class _Dialect(Extension):
    """What no extension of others does."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the library's name
        md.preprocessors.deregister("html_block")
        md.preprocessors.register(_KnownBlocks(md), "known_blocks", 20)
        md.parser.blockprocessors.register(_Tagged(md.parser), "tagged", 110)
        md.ESCAPED_CHARS = list(string.punctuation)
        md.inlinePatterns.register(_HardBreak(r"\\\n", md), "hard_break", 179)
        md.inlinePatterns.register(_InnermostLink(LINK_RE, md), "link", 160)
        md.inlinePatterns.register(Emphasis(md), "emphasis", 70)
        link_addresses(md)
        md.treeprocessors.register(QuickInline(md), "inline", 20)
        own_ids = OwnIds(md)
        md.treeprocessors.register(own_ids, "own_ids", 6)
        md.treeprocessors.register(IdsInAnyScript(md, own_ids), "ids_in_any_script", 4)
        md.treeprocessors.register(Shapes(md), "shapes", -1)


@cache
def _converter() -> tuple[Markdown, _Footnotes]:
    footnotes = _Footnotes(BACKLINK_TITLE="")
    return Markdown(
        output_format="html",
        extensions=[
            "abbr",
            "attr_list",
            "def_list",
            footnotes,
            "sane_lists",
            "tables",
            "toc",
            _Dialect(),
        ],
        extension_configs={
            "tables": {"use_align_attribute": True},
            "toc": {"marker": "", "slugify": heading_id},
        },
    ), footnotes


def html_of(markdown: str, name: str = "") -> str:
    """Return Markdown as HTML that is not cleaned yet; `name` begins the ids of its footnotes."""
    converter, footnotes = _converter()
    footnotes.name = f"{name}-" if name else ""
    converter.reset()
    return converter.convert(markdown)
