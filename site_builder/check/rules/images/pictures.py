"""A picture has its credit, and what it shows in words or figures can be read beside it."""

import re
from collections.abc import Iterator

from site_builder.check.rules.rule import ANY, ENGLISH, Found, Rule, found
from site_builder.check.rules.writing import Writing
from site_builder.read.prose.prose import ProseImage
from site_builder.relate.people.consent import image_uses

_DATA = re.compile(
    r"\b(?:(?:bar|line|pie|column|flow)? ?charts?|(?:bar|line) graphs?|graphs?|histogram"
    r"|scatter ?plot|infographics?|flowcharts?)\b",
    re.I,
)
_NO_DATA = re.compile(
    r"\b(?:graph paper|charted|flip ?charts?|cover|logo|icon|people|person)\b", re.I
)
_TEXT = re.compile(
    r"\b(?:screen ?shots? of (?:a |an |the )?"
    r"(?:text|table|tweet|e-?mail|letter|page|post|list|form)"
    r"|poster|leaflet|flyer|slide (?:that )?(?:says|shows|reads))\b",
    re.I,
)
_BESIDE = re.compile(
    r"\b(?:data|figures?|table|transcript|full text|text version|long description|spreadsheet"
    r"|download)\b|\.(?:csv|xlsx?|ods)\b",
    re.I,
)
EARLY = 60
"""In how many characters alternative text says what sort of picture it is."""
_FIGURE = re.compile(
    r'<figure\b[^>]*>.*?<img\b[^>]*?\balt="([^"]*)".*?<figcaption>(.*?)</figcaption>', re.S
)
_TAG = re.compile(r"<[^>]*>")
_WHO = (
    "adults?|babies|baby|boys?|carers?|child|children|couple|crowd|daughters?|doctors?"
    "|families|family|fathers?|girls?|grand(?:father|mother)s?|ladies|lady|man|men|mothers?"
    "|neighbours?|nurses?|parents?|patients?|pensioners?|people|person|portrait|pupils?|residents?"
    "|sons?|staff|students?|teachers?|teenagers?|tenants?|volunteers?|woman|women|workers?"
    "|youngsters?"
)
"""What people are called who can be seen; words that mostly mean something else are left out."""
_PEOPLE = re.compile(
    r"\b(?:an?|one|two|three|four|five|six|several|some|\d+)\s+(?:young |old(?:er)? )?"
    rf"(?P<a>{_WHO})\b(?!['’-])"
    rf"|\b(?P<b>{_WHO})\s+(?:\w+ing|at|in|on|with|under|by|outside|inside|seated|who|sit|sits"
    r"|stands?|holds?|walks?|looks?|smiles?|plays?|talks?|works?|wears?)\b|\bportrait of\b",
    re.I,
)
_NOT_SEEN = re.compile(
    r"\b(?:charts?|graphs?|maps?|logos?|icons?|drawings?|illustrations?|cartoons?|diagrams?"
    r"|screen ?shots?|infographics?|tables?|posters?|silhouettes?|concept"
    r"|vectors?|artist|statues?|sculptures?|signs?|words?"
    r"|text|web ?(?:site|page)s?|apps?|pages?|buttons?|menus?|forms?|mock-?ups?|prototypes?|slides?"
    r"|banners?|covers?|no|without|empty|number of|share of|percent(?:age)?)\b",
    re.I,
)


def _place(writing: Writing, image: ProseImage) -> int:
    return writing.source.offset_of_address(image.address, image.occurrence)


def without_data(writing: Writing) -> Iterator[Found]:
    """Yield each picture of a chart or of text, where nothing beside it can be read."""
    images = writing.item.prose.images
    pictures = [one for one in images if _shown(one.alt)]
    if not pictures or "<table" in writing.item.prose.html:
        return
    for image in pictures:
        at = _place(writing, image)
        around = writing.source.body[max(0, at - 300) : at + len(image.address) + 400]
        without_itself = around.replace(image.alt, "").replace(image.address, "")
        if not _BESIDE.search(without_itself):
            yield found(at, shown=_shown(image.alt).lower())


def _shown(alt: str) -> str:
    """Return the word by which a picture is known as one of figures or of text."""
    start = alt[:EARLY]
    word = _DATA.search(start) or _TEXT.search(start)
    return "" if word is None or _NO_DATA.search(alt) else word[0].strip()


def without_credit(writing: Writing) -> Iterator[Found]:
    """Yield an image at the head of an item that does not say who made it."""
    image = writing.item.image
    if image and not image.credit:
        yield found(("image", "file"))


def captions_again(writing: Writing) -> Iterator[Found]:
    """Yield each picture of the text whose caption says its alternative text again."""
    figures = (
        _FIGURE.findall(writing.item.prose.html) if "<figure" in writing.item.prose.html else ()
    )
    for alt, caption in figures:
        if alt.strip() and _same(alt, _TAG.sub("", caption)):
            image = next((one for one in writing.item.prose.images if _same(one.alt, alt)), None)
            yield found(_place(writing, image) if image else 0)


def _same(one: str, other: str) -> bool:
    return one.casefold().strip(" .") == other.casefold().strip(" .")


def people_perhaps(writing: Writing) -> Iterator[Found]:
    """Yield each image whose words speak of people, where its author says nothing of them."""
    for use in image_uses(writing.item):
        spoken_of = _PEOPLE.search(use.alt) if use.people is None else None
        if not spoken_of or _NOT_SEEN.search(use.alt):
            continue
        word = spoken_of["a"] or spoken_of["b"] or "portrait"
        if use.occurrence is None:
            yield found(("image", "file"), word=word, address=use.address, how=_AT_HEAD)
        else:
            at = writing.source.offset_of_address(use.address, use.occurrence)
            yield found(at, word=word, address=use.address, how=_IN_TEXT)


_AT_HEAD = (
    "Add `people:` with the id of the consent of each; "
    "or, if nobody can be recognised, `people: []`."
)
_IN_TEXT = (
    'Add {people="…"} after it, with the id of the consent of each; '
    "or, if nobody can be recognised, {people=none}."
)

RULES = (
    Rule(
        id="picture-without-its-data",
        grade="hint",
        asks="What a chart or a picture of text shows can be read beside it.",
        what='This picture is of figures or text ("{shown}"), which can not be read beside it.',
        fix="Put the figures in a table under it, or write out its text; or link to the data.",
        because="WCAG 2.2, 1.1.1 and 1.4.5.",
        find=without_data,
        languages=ENGLISH,
    ),
    Rule(
        id="image-without-credit",
        grade="hint",
        asks="An image at the head of a page says who made it, and by what licence it is used.",
        what="Nothing says who made the image, or by what licence it is used.",
        fix="Add `credit:` under `image:`, for example: credit: Leeds City Council, CC BY 4.0",
        because="Licences ask for the name of who made it; readers ask where a picture is from.",
        find=without_credit,
        languages=ANY,
    ),
    Rule(
        id="caption-repeats-alt",
        grade="hint",
        asks="The caption of a picture says something else than its alternative text.",
        what="The caption says the alternative text again; a screen reader says both.",
        fix="Say in the brackets what the picture shows, and in the caption what it means here.",
        because="WCAG 2.2, 1.1.1; who hears both is told one thing twice.",
        find=captions_again,
        languages=ANY,
    ),
    Rule(
        id="person-perhaps-shown",
        grade="hint",
        asks="An image whose words speak of people says who agreed to be shown.",
        what='The text for the image "{address}" speaks of "{word}"; did they agree?',
        fix="{how}",
        because="Nobody is shown without having agreed to it. Only the author knows who is.",
        find=people_perhaps,
        languages=ENGLISH,
    ),
)
