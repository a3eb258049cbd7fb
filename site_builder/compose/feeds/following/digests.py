"""Digests: what happened in a mission in a quarter, as e-mail that any mailing system can send.

Each is made twice, as plain text and as simple HTML, for a system sends both together. Who gets
it, and how they leave the list, is for that system to say.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from textwrap import fill

from site_builder.compose.frame.frame import Frame
from site_builder.compose.frame.head import as_invented
from site_builder.compose.items.mission_lists import promises_address
from site_builder.compose.items.occasions import occasion_entry, title_now
from site_builder.compose.items.timelines import TimelineEntry, mission_entry
from site_builder.compose.output import Output, blob
from site_builder.read.types import CouncilSummary, Mission
from site_builder.read.types.fields.dates import Quarter
from site_builder.relate.council.commitments import CLOSED, Commitment

DIGESTS = "digests/"
"""The folder of all digests; no page leads there."""
_WIDTH = 72
"""Characters in a line of plain text, so that an answer can quote it."""


@dataclass(frozen=True)
class DigestLine:
    """One thing that a digest tells, and the whole address of the page about it."""

    title: str
    url: str
    text: str = ""


@dataclass(frozen=True)
class DigestSection:
    """What a digest tells of one sort."""

    title: str
    lines: tuple[DigestLine, ...]


@dataclass(frozen=True)
class Digest:
    """Inputs of mail/digest.html."""

    language: str
    title: str
    lead: str
    sections: tuple[DigestSection, ...]
    onward: tuple[DigestLine, ...]


def digests(frame: Frame) -> Iterator[Output]:
    """Yield the digests of each mission and quarter in which something happened.

    None is made unless the settings ask for them, nor for a quarter that is known to be running.
    """
    root = frame.settings.site_root
    if not frame.settings.digests or not root:
        return
    now = frame.settings.now
    for quarter in frame.record.quarters:
        if now and quarter >= frame.quarter_of(now.date()):
            continue
        for mission in frame.record.missions.values():
            if digest := _Maker(frame, root, mission, quarter).digest():
                path = f"{DIGESTS}{mission.slug}/{quarter.slug}"
                yield Output(f"{path}.html", "mail/digest.html", digest)
                yield blob(f"{path}.txt", in_plain_text(digest).encode())


def in_plain_text(digest: Digest) -> str:
    """Return a digest as plain text, in short lines of which no address is broken."""
    blocks = [_headed(digest.title, "="), fill(digest.lead, _WIDTH)]
    for section in digest.sections:
        blocks.append(_headed(section.title, "-"))
        blocks += map(_item, section.lines)
    blocks += [f"{line.title}:\n{line.url}" for line in digest.onward]
    return "\n\n".join(blocks) + "\n"


def _headed(title: str, rule: str) -> str:
    return f"{fill(title, _WIDTH)}\n{rule * min(len(title), _WIDTH)}"


def _item(line: DigestLine) -> str:
    parts = [fill(line.title, _WIDTH, initial_indent="* ", subsequent_indent="  ")]
    if line.text:
        parts.append(fill(line.text, _WIDTH, initial_indent="  ", subsequent_indent="  "))
    return "\n".join((*parts, f"  {line.url}"))


@dataclass(frozen=True)
class _Maker:
    """Makes the digest of one mission and quarter."""

    frame: Frame
    root: str
    mission: Mission
    quarter: Quarter

    def digest(self) -> Digest | None:
        """Return the digest, or nothing when nothing happened."""
        told = {
            "stories": self._stories(),
            "promises": self._promises(),
            "earlier": self._earlier(),
            "happened": self._happened(),
        }
        found = {key: tuple(lines) for key, lines in told.items()}
        if not any(found.values()):
            return None
        found["coming"] = tuple(self._coming())
        say, names = self.frame.say, self._names
        return Digest(
            language=self.frame.settings.language,
            title=say("digests.title", site=self.frame.settings.site_name, **names),
            lead=say("digests.lead", **names),
            sections=tuple(
                DigestSection(say(f"digests.{key}", **names), lines)
                for key, lines in found.items()
                if lines
            ),
            onward=tuple(self._onward()),
        )

    @property
    def _names(self) -> dict[str, str]:
        return {"mission": self.mission.title, "quarter": self.frame.quarter(self.quarter)}

    def _stories(self) -> Iterator[DigestLine]:
        for story in self.frame.record.stories_of("mission", self.mission.slug):
            if self.frame.quarter_of(story.date) == self.quarter:
                address = self.frame.addresses.of(story)
                yield self._line(story.title, address, story.summary, story.illustrative)

    def _promises(self) -> Iterator[DigestLine]:
        for one in self._commitments:
            if one.council.quarter == self.quarter:
                yield self._promise(one, self.frame.say("commitment.owner", owner=one.made.owner))

    def _earlier(self) -> Iterator[DigestLine]:
        """Yield what the councils of the quarter said of earlier promises, if anything."""
        for council in self._councils:
            for one in self._commitments:
                said = [word.update for word in one.updates if word.council == council]
                for update in said:
                    state = self.frame.say(f"commitment.states.{update.state}")
                    yield self._promise(one, f"{state} {update.note}")
                if not said and _was_open(one, council):
                    at = self.frame.mention_of(council).text
                    yield self._promise(one, self.frame.say("commitment.silent_at", council=at))

    def _happened(self) -> Iterator[DigestLine]:
        for one in reversed(self.frame.record.happenings):
            is_told = one.kind != "story" and self.mission.slug in one.missions
            if is_told and self.frame.quarter_of(one.day) == self.quarter:
                yield self._entry(mission_entry(self.frame, one, self.mission.slug))

    def _coming(self) -> Iterator[DigestLine]:
        """Yield what there is to come to in the quarter after, the soonest first."""
        for one in reversed(self.frame.record.occasions):
            is_mine = self.mission.slug in one.missions or isinstance(one.held, CouncilSummary)
            if is_mine and self.frame.quarter_of(one.held.held_on) == self.quarter.next:
                entry = occasion_entry(self.frame, one)
                title = title_now(self.frame, entry.link.text, one.called_off)
                if isinstance(one.held, CouncilSummary) and not one.called_off:
                    # Its summary was written when it was over, and this looks ahead.
                    entry = replace(entry, note=one.held.public.attend or "")
                yield self._entry(entry, title)

    def _onward(self) -> Iterator[DigestLine]:
        say = self.frame.say
        for title, address in (
            (say("digests.mission", **self._names), self.frame.addresses.of(self.mission)),
            (say("promises.title", **self._names), promises_address(self.frame, self.mission)),
            (say("digests.quarter", **self._names), self.frame.quarter_link(self.quarter).address),
        ):
            yield DigestLine(title, self.root + address)

    @property
    def _commitments(self) -> Iterable[Commitment]:
        return self.frame.record.commitments_of(self.mission.slug)

    @property
    def _councils(self) -> Iterable[CouncilSummary]:
        """The meetings of the quarter that were held."""
        held = (one for one in self.frame.record.councils.values() if one.state != "announced")
        return (one for one in held if one.quarter == self.quarter)

    def _entry(self, entry: TimelineEntry, title: str = "") -> DigestLine:
        text = self.frame.say(
            "digests.dated", day=entry.date, kind=entry.kind, note=entry.note
        ).strip()
        link = entry.link
        return self._line(title or link.text, link.address, text, entry.is_illustrative)

    def _promise(self, one: Commitment, text: str) -> DigestLine:
        return self._line(one.title, self.frame.addresses.of(one), text, one.council.illustrative)

    def _line(self, title: str, address: str, text: str, is_invented: bool) -> DigestLine:  # noqa: FBT001
        title = as_invented(title, self.frame.theme.words) if is_invented else title
        return DigestLine(title, self.root + address, text)


def _was_open(one: Commitment, council: CouncilSummary) -> bool:
    """Tell whether a promise was made before a meeting, and neither kept nor dropped by then."""
    words = [word.update for word in one.updates if word.council.held_on < council.held_on]
    is_closed = bool(words) and words[-1].state in CLOSED
    return one.council.held_on < council.held_on and not is_closed
