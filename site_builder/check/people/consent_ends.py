"""A consent that ends is told to the author while there is time to ask again, and afterwards.

These are warnings, not errors: a build that stopped would leave on the public site what must go
from it. The build goes on, and `relate.consent` withholds what is not covered any more.
"""

import datetime as dt
from collections.abc import Iterator

from site_builder.check.people.consent import claims_of
from site_builder.read.content import Content
from site_builder.read.problems import Problem
from site_builder.read.source import Source
from site_builder.read.types import Item
from site_builder.read.types.parts.consent import Consent
from site_builder.relate.visibility import Viewer

AHEAD = dt.timedelta(days=30)
"""How long before its end an author is told of a consent."""

_AGAIN = "Ask whether it may stay and write down the new day, or take out what is shown."
_TAKE_OUT = "Take out what is shown of them; the page has it no more."
_SAY_THE_DAY = "Say the moment with --now, so that it is shown for as long as the consent holds."


def consents_that_end(content: Content, viewer: Viewer) -> Iterator[Problem]:
    """Yield each consent that has ended, ends soon, or ends before it begins."""
    for item in content.items:
        for number, consent in enumerate(item.consent):
            yield from _slips(item, number, consent, content.sources[item.path], viewer)


def _slips(
    item: Item, number: int, consent: Consent, source: Source, viewer: Viewer
) -> Iterator[Problem]:
    shown = _shown(item, consent)
    field = "taken_back" if consent.taken_back else "expires"
    if consent.expires and consent.expires < consent.given_on:
        what = f"The consent of {consent.who} ends before the day on which it was given."
        at = source.position_of(("consent", number, "expires"))
        yield source.problem(at, "consent-ends-too-early", what, "Correct one of the two days.")
    elif shown and (slip := _slip(consent, shown, viewer)):
        at = source.position_of(("consent", number, field))
        yield source.problem(at, *slip, "warning")


def _shown(item: Item, consent: Consent) -> str:
    """Return in words all that a consent is named for."""
    return " and ".join(
        dict.fromkeys(claim.what for claim in claims_of(item) if claim.consent == consent.id)
    )


def _slip(consent: Consent, shown: str, viewer: Viewer) -> tuple[str, str, str] | None:
    """Return rule, what and fix for a consent that does not hold, or not for long."""
    whose, withheld = f"The consent of {consent.who}", f"{shown} is left out"
    if consent.taken_back:
        what = f"{whose} was taken back on {consent.taken_back}, so {withheld}."
        return "consent-ended", what, _TAKE_OUT
    if not consent.expires:
        return None
    if not viewer.now:
        what = f"{whose} ends on {consent.expires}, and nothing says what day it is, so {withheld}."
        return "consent-unsure", what, _SAY_THE_DAY
    left = consent.expires - viewer.now.date()
    if left < dt.timedelta(0):
        return "consent-ended", f"{whose} ended on {consent.expires}, so {withheld}.", _AGAIN
    if left <= AHEAD:
        what = f"{whose} ends on {consent.expires}; after that day, {withheld}."
        return "consent-ends-soon", what, _AGAIN
    return None
