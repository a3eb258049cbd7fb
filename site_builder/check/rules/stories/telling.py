"""A story shows where it stands: doubts, sources, voices from outside, no advertising."""

import re
from collections.abc import Iterator

from site_builder.check.rules.phrases import Phrases
from site_builder.check.rules.rule import ANY, ENGLISH, Found, Rule, found
from site_builder.check.rules.writing import Writing
from site_builder.read.types import CaseStudy

_OF_GOVERNMENT = frozenset({"department", "devolved-government", "local-government", "nhs"})
"""Kinds of partners that are government, in all its parts."""
_NOTHING = re.compile(
    r"(?:nothing|none|no|not known|unknown|n/?a|tbc|tbd|nothing (?:else|much|more|yet)"
    r"|not applicable"
    r"|everything (?:is known|worked|went well)|all (?:is known|went well)"
    r"|nothing (?:is|was|remains) (?:un)?known)[.!]?",
    re.I,
)
_FIGURE = re.compile(
    r"\d[\d,.]*\s?(?:%|per ?cent\b|million\b|billion\b)|[£$€]\s?\d|\b\d{2,3}(?:,\d{3})+\b"
)

_PROMOTIONAL = (
    *("world-class", "world class", "world-leading", "world leading", "world-beating"),
    *("cutting-edge", "cutting edge", "state-of-the-art", "state of the art", "best-ever"),
    *("ground-breaking", "groundbreaking", "game-changing", "game-changer", "game changer"),
    *("game changing", "trailblazing initiative", "unprecedented success", "huge success"),
    *("resounding success", "great success", "massive success", "truly innovative", "truly unique"),
    *("we are proud of", "we're proud", "are proud to", "is proud to", "are delighted to"),
    *("is delighted to", "are thrilled to", "is thrilled to", "we are excited", "are excited to"),
    *("we're excited", "is excited to", "award-winning", "second to none", "one of a kind"),
    *("like never before", "revolutionary", "transformational", "passionate about"),
    *("unrivalled", "unparalleled", "exciting new", "bold new", "next-generation"),
    *("gold standard", "gold-standard", "leading-edge", "bleeding-edge", "industry-leading"),
)
_PHRASES = Phrases(_PROMOTIONAL)


def nothing_unknown(writing: Writing) -> Iterator[Found]:
    """Yield learning of which a part says that there is nothing to say."""
    if not isinstance(writing.item, CaseStudy):
        return
    for name in ("tried", "happened", "next", "unknown"):
        if _NOTHING.fullmatch(getattr(writing.item.learning, name).strip()):
            yield found(("learning", name), name=name)


def need_again(writing: Writing) -> Iterator[Found]:
    """Yield a need that shows none: a word or two, or the summary or the change again."""
    item = writing.item
    if isinstance(item, CaseStudy) and (
        len(item.need.split()) < 3 or item.need in (item.summary, item.change)
    ):
        yield found(("need",))


def figures_without_source(writing: Writing) -> Iterator[Found]:
    """Yield each result that has a figure in its words and names no source."""
    if not isinstance(writing.item, CaseStudy):
        return
    for number, outcome in enumerate(writing.item.outcomes):
        figure = _FIGURE.search(outcome.text)
        if figure and outcome.source is None and not outcome.has_figure:
            yield found(("outcomes", number, "text"), figure=figure[0])


def only_from_inside(writing: Writing) -> Iterator[Found]:
    """Yield a story that nobody outside government took part in or speaks in."""
    item = writing.item
    if not isinstance(item, CaseStudy) or item.voices:
        return
    known = [
        writing.around.partners[one] for one in item.partners if one in writing.around.partners
    ]
    if known and all(one.kind in _OF_GOVERNMENT for one in known):
        yield found(("partners",))


def promotional_words(writing: Writing) -> Iterator[Found]:
    """Yield each word that praises where a record tells."""
    for one in _PHRASES.in_own_words(writing):
        yield found(one.passage.at(one.offset), written=one.written)


RULES = (
    Rule(
        id="need-not-shown",
        grade="hint",
        asks="A story shows the need: who went without what, and how that was known.",
        what="`need` does not show what the need was.",
        fix="Say in a sentence who went without what, and how anybody knew.",
        because="A story without a need is news about ourselves.",
        find=need_again,
        languages=ANY,
    ),
    Rule(
        id="nothing-learned",
        grade="hint",
        asks="A story says what did not work and what is still unknown.",
        what="`learning.{name}` says that there is nothing to say.",
        fix="Say what did not work, or what nobody has measured yet; there always is something.",
        because="Learning stands beside results; a story without doubts is advertising.",
        find=nothing_unknown,
        languages=ENGLISH,
    ),
    Rule(
        id="figure-in-words-without-source",
        grade="hint",
        asks="A figure among the results names its source, also when it stands in words.",
        what='The result has a figure in its words, "{figure}", and no `source`.',
        fix="Add `source:` with the id of where you read it.",
        because="Whoever doubts a figure must be able to look it up.",
        find=figures_without_source,
        languages=ANY,
    ),
    Rule(
        id="no-voice-from-outside",
        grade="hint",
        asks="Somebody from outside government took part in a story, or speaks in it.",
        what="Every partner of this story is a part of government, and nobody speaks in it.",
        fix="Add who else took part to `partners`, or what one of them said to `voices`.",
        because="Missions are solved together; those who were helped know most of what changed.",
        find=only_from_inside,
        languages=ANY,
        looks_around=True,
    ),
    Rule(
        id="promotional-words",
        grade="hint",
        asks="A record tells what happened and leaves praise to readers.",
        what='"{written}" praises, where a record tells.',
        fix="Take it out, or say what happened that makes you say so.",
        because="Style guidance of GOV.UK; praise of ourselves costs trust.",
        find=promotional_words,
        languages=ENGLISH,
    ),
)
