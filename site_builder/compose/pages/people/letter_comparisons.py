"""The page on which a letter stands beside the one that it took the place of, word by word."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from site_builder.compose.frame.frame import Frame
from site_builder.compose.output import Output, page_path
from site_builder.compose.pages.people.comparison import (
    Compared,
    compared,
    compared_passages,
    matched,
)
from site_builder.compose.views.page import Link, Page, Site
from site_builder.read.types import MandateLetter
from site_builder.read.types.mandate_letter import Ask

_STATES = ("added", "removed", "changed", "unchanged")


@dataclass(frozen=True)
class Version:
    """A letter of the two that are compared."""

    link: Link
    date: str


@dataclass(frozen=True)
class ComparedAsk:
    """An ask in both letters, or in the one that has it."""

    heading: str
    """Its number and what became of it, in words."""
    was: str
    """Its number in the older letter, in words, where it stands elsewhere now."""
    text: Compared
    principle: Compared
    """The title of the principle that it is asked in the name of; no words where there is none."""
    state: str


@dataclass(frozen=True)
class ComparisonPage:
    """Inputs of layouts/compared-letters.html."""

    site: Site
    page: Page
    older: Version
    newer: Version
    in_short: tuple[str, ...]
    """What changed, in sentences."""
    asks: tuple[ComparedAsk, ...]
    passages: tuple[Compared, ...]


def comparison_address(frame: Frame, newer: MandateLetter) -> str:
    """Return where a letter stands beside the one that it took the place of."""
    return f"{frame.addresses.of(newer)}compared/"


def comparison_page(frame: Frame, older: MandateLetter, newer: MandateLetter) -> Output:
    """Return the page that compares two letters."""
    address = comparison_address(frame, newer)
    asks = tuple(_compared_asks(frame, older, newer))
    passages = compared_passages(older.prose.passages, newer.prose.passages)
    inputs = ComparisonPage(
        site=frame.site,
        page=_page(frame, older, newer, address),
        older=_version(frame, older),
        newer=_version(frame, newer),
        in_short=tuple(_in_short(frame, asks, passages)),
        asks=asks,
        passages=passages,
    )
    return Output(page_path(address), "layouts/compared-letters.html", inputs)


def _page(frame: Frame, older: MandateLetter, newer: MandateLetter, address: str) -> Page:
    # The head speaks for the letter that is invented, if only one of them is.
    item = older if older.illustrative else newer
    page = frame.page(
        frame.say("comparison.title", newer=newer.title),
        address,
        frame.say("comparison.description", older=older.title, newer=newer.title),
        trail=(frame.home, frame.section_link("mandate letter"), frame.link_to(newer)),
        item=item,
        missions=newer.missions,
    )
    notices = dict.fromkeys((*frame.notices(newer), *frame.notices(older)))
    return replace(page, notices=tuple(notices))


def _version(frame: Frame, letter: MandateLetter) -> Version:
    return Version(frame.link_to(letter), frame.day(letter.date))


def _compared_asks(
    frame: Frame, older: MandateLetter, newer: MandateLetter
) -> Iterator[ComparedAsk]:
    before, after = [ask.text for ask in older.asks], [ask.text for ask in newer.asks]
    for old, new in matched(before, after):
        yield _compared_ask(
            frame,
            None if old is None else (old + 1, older.asks[old]),
            None if new is None else (new + 1, newer.asks[new]),
        )


def _compared_ask(
    frame: Frame, old: tuple[int, Ask] | None, new: tuple[int, Ask] | None
) -> ComparedAsk:
    text = compared(old[1].text if old else "", new[1].text if new else "")
    principle = compared(_principle(frame, old), _principle(frame, new))
    state = text.state
    if state == "unchanged" and principle.state != "unchanged":
        state = "changed"
    number = new[0] if new else old[0] if old else 0
    moved = old[0] if old and new and old[0] != new[0] else None
    return ComparedAsk(
        heading=frame.say(f"comparison.ask.{state}", number=number),
        was=frame.say("comparison.was", number=moved) if moved else "",
        text=text,
        principle=principle,
        state=state,
    )


def _principle(frame: Frame, ask: tuple[int, Ask] | None) -> str:
    """Return the title of the principle of an ask, if the public may see it."""
    principle = frame.record.principles.get(ask[1].principle or "") if ask else None
    return principle.title if principle else ""


def _in_short(
    frame: Frame, asks: Iterable[ComparedAsk], passages: Iterable[Compared]
) -> Iterator[str]:
    """Yield how many asks and paragraphs were added, taken out, changed and left."""
    of_asks = _counted(ask.state for ask in asks)
    yield _sentence(frame, [frame.say(f"comparison.asks.{one}", count=n) for one, n in of_asks])
    of_text = _counted(passage.state for passage in passages)
    if {state for state, _ in of_text} <= {"unchanged"}:
        yield frame.say("comparison.same_text")
    else:
        said = [frame.say(f"comparison.passages.{one}", count=n) for one, n in of_text]
        yield _sentence(frame, said)


def _counted(states: Iterable[str]) -> Sequence[tuple[str, int]]:
    counts = Counter(states)
    return [(state, counts[state]) for state in _STATES if counts[state]]


def _sentence(frame: Frame, said: Sequence[str]) -> str:
    return frame.say("comparison.sentence", what=frame.say("comparison.comma").join(said))
