"""A link says where it leads, by itself: that is how many people hear it."""

import re
from collections import defaultdict
from collections.abc import Iterator

from site_builder.check.rules.links.places import place_of, text_after
from site_builder.check.rules.rule import ANY, ENGLISH_AND_WELSH, Found, Rule, found
from site_builder.check.rules.writing import Writing
from site_builder.read.prose.prose import Link
from site_builder.read.prose.videos import host_of_video

_VAGUE = frozenset(
    [
        "click here",
        "click",
        "here",
        "this",
        "this link",
        "link",
        "this page",
        "this website",
        "this site",
        "this article",
        "more",
        "read more",
        "find out more",
        "see more",
        "learn more",
        "more info",
        "more information",
        "further information",
        "details",
        "more details",
        "info",
        "download",
        "download here",
        "go",
        "read",
        "see here",
        "view",
        "website",
        "web page",
        "page",
        "continue",
        "continue reading",
        "read on",
        "read this",
        "check it out",
        "visit",
        "at this link",
        "via this link",
        "cliciwch yma",
        "yma",
        "mwy",
        "darllen mwy",
        "dysgu mwy",
        "rhagor",
        "dolen",
        "lawrlwytho",
    ]
)
"""Words of a link that could lead anywhere."""
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+\Z", re.I)
_FILE = re.compile(r"\.(pdf|docx?|xlsx?|pptx?|csv|ods|odt|odp|zip|rtf|epub)(?=$|[?#])", re.I)
_FILE_SOMEWHERE = re.compile(r"\.(?:pdf|doc|xls|ppt|csv|od[spt]|zip|rtf|epub)", re.I)
_FORMATS = {
    "pdf": r"pdf",
    "csv": r"csv|spreadsheet",
    "zip": r"zip",
    "rtf": r"rtf",
    "epub": r"epub",
    **dict.fromkeys(("doc", "docx", "odt"), r"docx?|odt|word|ms word|document"),
    **dict.fromkeys(("xls", "xlsx", "ods"), r"xlsx?|ods|excel|ms excel|spreadsheet|workbook"),
    **dict.fromkeys(("ppt", "pptx", "odp"), r"pptx?|odp|power ?point|slides?|presentation|deck"),
}
_NEW_TAB = re.compile(
    r"\b(?:opens? (?:up )?in (?:a |your )?(?:new|another) (?:browser )?(?:tab|window)"
    r"|(?:new|external) (?:tab|window|link)|agor mewn (?:tab|ffenestr) newydd)\b",
    re.I,
)


def vague_links(writing: Writing) -> Iterator[Found]:
    """Yield each link whose words could lead anywhere."""
    for link in writing.item.prose.links:
        if _plain(link.text) in _VAGUE:
            yield found(place_of(writing, link), text=link.text)


def bare_addresses(writing: Writing) -> Iterator[Found]:
    """Yield each link whose words are its address, but one to a video, which has a rule."""
    for link in writing.item.prose.links:
        is_bare = _ADDRESS.match(link.text) and len(link.text) > 25
        if is_bare and not host_of_video(link.address):
            yield found(place_of(writing, link), address=_cut(link.text))


def same_words(writing: Writing) -> Iterator[Found]:
    """Yield each link with the words of an earlier one that leads elsewhere."""
    first: dict[str, Link] = {}
    told: defaultdict[str, set[str]] = defaultdict(set)
    for link in writing.item.prose.links:
        words = _plain(link.text)
        if len(words) < 4 or words in _VAGUE or _ADDRESS.match(link.text):
            continue
        earlier = first.setdefault(words, link)
        here, there = _bare(link.address), _bare(earlier.address)
        if here != there and here not in told[words]:
            told[words].add(here)
            yield found(place_of(writing, link), text=_cut(link.text), other=_cut(earlier.address))


def files(writing: Writing) -> Iterator[Found]:
    """Yield each link to a file of others that does not say what kind of file it is."""
    if not _FILE_SOMEWHERE.search(writing.source.body):
        return
    for link in writing.item.prose.links:
        ending = _FILE.search(link.address.split("#")[0])
        if not ending or _ADDRESS.match(link.text) or writing.is_own_file(link.address):
            continue
        name = ending[1].lower()
        said = f"{link.text} {text_after(writing, link)}"
        if not re.search(rf"(?<![a-z])(?:{_FORMATS[name]})(?![a-z])", said, re.I):
            yield found(place_of(writing, link), text=_cut(link.text), name=name.upper())


def new_tabs(writing: Writing) -> Iterator[Found]:
    """Yield each link that says it opens a new tab, which no link of the site does."""
    if not _NEW_TAB.search(writing.source.body):
        return
    for link in writing.item.prose.links:
        if saying := _NEW_TAB.search(f"{link.text} {text_after(writing, link)}"):
            yield found(place_of(writing, link), said=saying[0])


def _plain(text: str) -> str:
    return " ".join(text.casefold().split()).strip(" .,:;!?»›>→…-–()[]")


def _bare(address: str) -> str:
    return re.sub(r"^https?://(?:www\.)?", "", address.strip()).rstrip("/").casefold()


def _cut(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:57]}…"


RULES = (
    Rule(
        id="vague-link",
        grade="warning",
        asks="The words of a link say where it leads, also when they are heard alone.",
        what='"{text}" does not say where the link leads.',
        fix="Link the words that name what is there, such as the title of the page.",
        because="WCAG 2.2, 2.4.4 and 2.4.9; screen readers list links without what is around them.",
        find=vague_links,
        languages=ENGLISH_AND_WELSH,
    ),
    Rule(
        id="bare-address",
        grade="hint",
        asks="A link has words, not its address.",
        what='"{address}" is read out letter by letter.',
        fix="Give it words: [What is there](the address)",
        because="WCAG 2.2, 2.4.4; nobody can hear or remember a long address.",
        find=bare_addresses,
        languages=ANY,
    ),
    Rule(
        id="same-words-other-address",
        grade="hint",
        asks="Links with the same words lead to the same place.",
        what='Another link says "{text}" as well, and leads to {other}',
        fix="Give the two different words, or the same address.",
        because="WCAG 2.2, 2.4.4 and 3.2.4: what sounds the same is the same.",
        find=same_words,
        languages=ANY,
    ),
    Rule(
        id="file-without-format",
        grade="hint",
        asks="A link to a file on another site says its format and its size.",
        what='"{text}" leads to a file, and does not say so.',
        fix="Say what comes, and how large it is if you know: {text} ({name}, 2 MB)",
        because="Content design guidance of GOV.UK; a download costs people time and money.",
        find=files,
        languages=ANY,
        looks_around=True,
    ),
    Rule(
        id="new-tab",
        grade="hint",
        asks="No link says that it opens a new tab: on this site none does.",
        what='"{said}" is not true: links of this site open where the reader is.',
        fix="Take it out; who wants a new tab can open one.",
        because="WCAG 2.2, 3.2.5: readers decide.",
        find=new_tabs,
        languages=ANY,
    ),
)
