"""Defects in what a story owes its readers."""

from tests.check.rules.one_text import Planted

P = Planted

_LEARNING = "learning:\n  tried: A street.\n  happened: {h}\n  next: {n}\n  unknown: {u}\n"


def _story(fields: str, body: str = "Text.") -> str:
    return f"story:\n{fields}\n===\n{body}"


def _learned(h: str = "Most said yes.", n: str = "Two more.", u: str = "What it costs.") -> str:
    return _story(_LEARNING.format(h=h, n=n, u=u).rstrip())


def _praise(words: str, good: str = "It did what it should.") -> P:
    return P("promotional-words", f"It was ▶{words} here.", good, words)


def _outcome(text: str, more: str = "") -> str:
    return _story(f"outcomes:\n  - text: {text}{more}")


PLANTED = (
    P("need-not-shown", _story("need: ▶Cold homes."), _story("need: Nurses saw cold homes on most visits."), "who went without"),
    P("need-not-shown", _story("need: ▶One team did the whole of a street."), _story("need: Nurses saw cold homes on most visits."), "need"),
    P("need-not-shown", _story("need: ▶Warmth."), _story("need: Nurses saw cold homes on most visits."), "anybody knew"),
    P("nothing-learned", _learned(u="▶Nothing."), _learned(), "`learning.unknown`"),
    P("nothing-learned", _learned(u="▶N/A"), _learned(), "measured"),
    P("nothing-learned", _learned(h="▶Everything went well."), _learned(), "`learning.happened`"),
    P("nothing-learned", _learned(n="▶None"), _learned(), "`learning.next`"),
    P("figure-in-words-without-source", _outcome("▶Bills fell by 20%."), _outcome("Bills fell by 20%.", "\n    source: 1"), "20%"),
    P("figure-in-words-without-source", _outcome("▶It saved £3 million."), _outcome("It saved money."), "`source:`"),
    P("figure-in-words-without-source", _outcome("▶Some 12,500 homes got warm."), _outcome("Some 12,500 homes.", "\n    source: 1"), "12,500"),
    P("no-voice-from-outside", _story("partners:\n  - ▶council").replace("▶", "").replace("partners:\n", "partners:\n").replace("  - council", "  ▶- council"), _story("partners: [council, tenants]"), "`voices`"),
    P("no-voice-from-outside", _story("partners: ▶[council]"), _story("partners: [tenants]"), "`partners`"),
    P("no-voice-from-outside", _story("partners: ▶[council]\ntry_this: Ask."), _story("voices: [{pseudonym: Bron, role: a tenant, quote: It is warm., source: 1}]"), "government"),
    *(_praise(words) for words in ("world-class", "cutting-edge", "groundbreaking", "a game changer"[2:])),
    P("promotional-words", "We ▶are proud to say so.", "We say so.", "are proud to"),
    P("promotional-words", "summary: A ▶state-of-the-art boiler.\n===\nT.", "summary: A boiler.\n===\nT.", "Take it out"),
)  # fmt: skip

FINE = {
    "need-not-shown": (_story("need: Nurses saw cold homes on most visits."),),
    "nothing-learned": (_learned(), _learned(u="Nothing is known of costs after the second year.")),
    "figure-in-words-without-source": (
        _outcome("Bills fell by 20%.", "\n    source: 1"),
        _outcome("Six homes got warm in 2024."),
    ),
    "no-voice-from-outside": (_story("partners: [council, tenants]"), "Text."),
    "promotional-words": (
        "He said it was “world-class”.",
        "The class of the world.",
        "lang: fr\n===\nUn produit world-class.",
    ),
}
