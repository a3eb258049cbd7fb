"""Markdown to HTML: one pure function, and what the rest of the product asks of a text.

The HTML leaves here clean (see `html_allow_list`) and with addresses as the author wrote them;
`Prose.shown` puts in the addresses and the images of the page or the feed that shows it.
"""

import html
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass

from site_builder.read.prose import html_allow_list
from site_builder.read.prose.converter import html_of
from site_builder.read.prose.interface_words import WordFor, with_words
from site_builder.read.prose.notes_of_links import NoteFor, with_notes
from site_builder.read.prose.structure.blocks import DEEPEST, NestedTooDeeply

LONGEST_PARAGRAPH = 20_000
"""Characters between two blank lines; more is a slip, and slow to read for people and machines."""
MOST_BRACKETS = 500
"""Opening square brackets between two blank lines."""
MOST_TAGS = 1_000
"""Raw HTML elements in one file, opened or closed."""
MOST_FENCES = 1_000
"""Lines in one file that open or close a block of code."""

# The cleaner writes every attribute in double quotes with no quote inside, so this is exact.
_ELEMENT = re.compile(r'<(a|img|h[1-6])((?: [\w:-]+="[^"]*")*)>')
_ATTRIBUTE = re.compile(r' ([\w:-]+)="([^"]*)"')
_ADDRESS = re.compile(r'(<a(?: [\w:-]+="[^"]*")*? href=")([^"]*)"')
_IMAGE = re.compile(r'<img((?: [\w:-]+="[^"]*")*)>')
_ID = re.compile(r'<[a-z][a-z0-9]*(?: [\w:-]+="[^"]*")*? id="([^"]*)"')
_PEOPLE = re.compile(r'(<img(?: [\w:-]+="[^"]*")*?) people="[^"]*"')
"""What an image says of its people, which is for the build and not for pages."""
_NOBODY = "none"
_FIGURE = re.compile(r"<(/?)figure\b[^>]*>")
_TAG = re.compile(r"<[^>]*>")
_GONE = "\0"
"""Stands for an image that is taken out; no text has this character."""
_LINKED_GONE = re.compile(rf"<a\b[^>]*>\s*{_GONE}\s*</a>")
_ONLY_GONE = re.compile(rf"<p>\s*(?:{_GONE}\s*)+</p>\n?")
_INLINE = re.compile(
    r"</?(?:a|abbr|b|cite|code|del|dfn|em|i|ins|kbd|mark|q|s|small|span|strong|sub|sup|time|u|var)"
    r"\b[^>]*>"
)
"""Tags that stand inside a word or a sentence; every other one parts two texts."""
_RAW_TAG = re.compile(r"<[A-Za-z/!?]")
_FENCE = re.compile(r"^ *(?:```|~~~)", re.M)
_MAY_BE_FORBIDDEN = re.compile(r"[<{]")
_WITHOUT_ADDRESS = re.compile(r"<(?:a|img)\b(?![^>]* (?:href|src)=)")
"""What the cleaner leaves of a link or an image whose address it refuses."""


@dataclass(frozen=True)
class Heading:
    """A heading of a text."""

    level: int
    id: str
    text: str


@dataclass(frozen=True)
class Link:
    """A link of a text, its address as written."""

    address: str
    text: str
    occurrence: int
    """How many links before it have the same address."""


@dataclass(frozen=True)
class ProseImage:
    """An image of a text, its address as written."""

    address: str
    alt: str
    decorative: bool
    occurrence: int
    """How many images before it have the same address."""
    people: tuple[str, ...] | None = None
    """The consents of those who can be recognised; empty when nobody can, None when not said."""


@dataclass(frozen=True)
class Prose:
    """A text of Markdown, made ready for pages, feeds and checks."""

    html: str = ""
    headings: tuple[Heading, ...] = ()
    ids: tuple[str, ...] = ()
    """Every id in the HTML, of headings and of what else the author named."""
    links: tuple[Link, ...] = ()
    images: tuple[ProseImage, ...] = ()
    forbidden: tuple[str, ...] = ()
    """What the author wrote in HTML that the allow-list refuses."""

    def shown(
        self,
        address_for: Callable[[str], str],
        image_for: Callable[[Mapping[str, str]], str],
        word_for: WordFor,
        note_for: NoteFor | None = None,
    ) -> str:
        """Return the HTML with each link leading where `address_for` says.

        After the words of a link stands what `note_for` says of its address.

        In the place of each image stands what `image_for` makes of its attributes, and over
        notes, beside tasks and so on the words of the interface that `word_for` gives.
        """

        def put_address(found: re.Match[str]) -> str:
            return f'{found[1]}{html.escape(address_for(html.unescape(found[2])))}"'

        def put_image(found: re.Match[str]) -> str:
            return image_for(_attributes(found[1]))

        shown = with_words(self.html, word_for)
        if note_for:
            shown = with_notes(shown, note_for)
        return _IMAGE.sub(put_image, _ADDRESS.sub(put_address, shown))

    def without_images(self, numbers: Collection[int]) -> "Prose":
        """Return the text without some of its images, by their place in `images`.

        What stands there only for the sake of one goes with it: its link, its paragraph, and the
        whole figure with its caption.
        """
        counted = iter(range(len(self.images)))

        def mark(found: re.Match[str]) -> str:
            return _GONE if next(counted) in numbers else found[0]

        marked = "".join(_without_gone_figures(_IMAGE.sub(mark, self.html)))
        marked = _ONLY_GONE.sub("", _LINKED_GONE.sub(_GONE, marked))
        return _prose(marked.replace(_GONE, ""), self.forbidden)

    @property
    def passages(self) -> tuple[str, ...]:
        """What each heading, paragraph, list item and cell says, without HTML."""
        apart = _TAG.sub("\0", _INLINE.sub("", self.html)).split("\0")
        return tuple(" ".join(html.unescape(one).split()) for one in apart if one.strip())

    @property
    def words(self) -> int:
        """How many words the text has."""
        return len(_TAG.sub(" ", self.html).split())


class ProseTooTangled(Exception):
    """Markdown nested or run together so that no reader could follow; carries the reason."""


def convert(markdown: str, name: str = "") -> Prose:
    """Return a text of Markdown as prose; `name` begins the ids of its footnotes.

    Raises ProseTooTangled for a text beyond LONGEST_PARAGRAPH, MOST_BRACKETS or MOST_TAGS, and
    for quotes and lists nested beyond reason.
    """
    _refuse_tangles(markdown)
    try:
        raw = html_of(markdown, name)
    except NestedTooDeeply:
        said = f"Quotes or lists are nested more than {DEEPEST} deep."
        raise ProseTooTangled(said) from None
    except RecursionError:
        raise ProseTooTangled("Quotes or lists are nested too deeply.") from None
    clean = html_allow_list.clean(raw)
    suspicious = _MAY_BE_FORBIDDEN.search(markdown) or _WITHOUT_ADDRESS.search(clean)
    return _prose(clean, html_allow_list.forbidden(raw) if suspicious else ())


def _refuse_tangles(markdown: str) -> None:
    # The Markdown library takes time in the square of each of these counts.
    paragraphs = re.split(r"\n[ \t]*\n", markdown)
    for count, most, thing in (
        (max(map(len, paragraphs)), LONGEST_PARAGRAPH, "characters in one paragraph"),
        (max(part.count("[") for part in paragraphs), MOST_BRACKETS, "brackets in one paragraph"),
        (len(_RAW_TAG.findall(markdown)), MOST_TAGS, "HTML elements"),
        (len(_FENCE.findall(markdown)), MOST_FENCES, "code fences"),
    ):
        if count > most:
            said = f"There are {count:,} {thing}; the most that is read is {most:,}."
            raise ProseTooTangled(said)


def _prose(clean: str, forbidden: tuple[str, ...]) -> Prose:
    headings, links, images = [], [], []
    seen: Counter[tuple[str, str]] = Counter()
    for element in _ELEMENT.finditer(clean):
        tag, has = element[1], _attributes(element[2])
        address = has.get("href", has.get("src", ""))
        before = seen[tag, address]
        if tag == "a" and "href" in has:
            links.append(Link(address, _words_of_link(clean, element), before))
        elif tag == "img":
            is_decorative = has.get("role") == "presentation"
            people = _people(has.get("people"))
            images.append(ProseImage(address, has.get("alt", ""), is_decorative, before, people))
        elif tag.startswith("h"):
            headings.append(Heading(int(tag[1]), has.get("id", ""), _inner_text(clean, element)))
        seen[tag, address] += 1
    ids = tuple(html.unescape(found) for found in _ID.findall(clean))
    shown = _PEOPLE.sub(r"\1", clean)
    return Prose(shown, tuple(headings), ids, tuple(links), tuple(images), forbidden)


def _without_gone_figures(html: str) -> Iterator[str]:
    """Yield HTML in pieces; a figure that has lost an image, its caption with it, is marked too."""
    depth = at = 0
    for tag in _FIGURE.finditer(html):
        if not depth:
            yield html[at : tag.start()]
            at = tag.start()
        depth += -1 if tag[1] else 1
        if not depth:
            figure, at = html[at : tag.end()], tag.end()
            yield _GONE if _GONE in figure else figure
    yield html[at:]


def _people(written: str | None) -> tuple[str, ...] | None:
    """Return the consents that an image names: {people="bron ada"}, or {people=none}."""
    if written is None:
        return None
    return () if written == _NOBODY else tuple(written.replace(",", " ").split())


def _attributes(written: str) -> dict[str, str]:
    return {key: html.unescape(text) for key, text in _ATTRIBUTE.findall(written)}


def _words_of_link(clean: str, link: re.Match[str]) -> str:
    """Return what a link says, by its words or by those for its pictures."""
    if text := _inner_text(clean, link):
        return text
    inside = clean[link.end() : clean.find("</a>", link.end())]
    pictures = (_attributes(image).get("alt", "") for image in _IMAGE.findall(inside))
    is_transcript = 'class="transcript"' in link[0]  # its word is the interface's
    return "transcript" if is_transcript else " ".join(filter(None, pictures)).strip()


def _inner_text(clean: str, element: re.Match[str]) -> str:
    end = clean.find(f"</{element[1]}>", element.end())
    return html.unescape(_TAG.sub("", clean[element.end() : end])).strip()
