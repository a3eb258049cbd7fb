"""A story's outcomes as figures: what changed, what was counted, and what has only words.

A figure that has one from before beside it is drawn as well: a pair of bars from nought, as tall
as their numbers say, on one scale for all pairs that count the same. Screen readers pass over the
bars, for each stands in a table's cell with its number.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from site_builder.read.types.case_study import Outcome
from site_builder.read.types.fields.text import Number

WIDTH, HEIGHT, LINE = 50, 100, 4
"""The size of a bar in its own units, and how thick its outline is."""

_GLUED = ("%", "°")
"""Units that follow their number without a space."""
_CURRENCIES = ("£", "€", "$")
"""Units that stand in front of their number."""


@dataclass(frozen=True)
class Amount:
    """A figure ready to be read: `£140`, with `million (more than)` beside it."""

    number: str
    unit: str

    def __str__(self) -> str:
        return f"{self.number} {self.unit}".rstrip()


@dataclass(frozen=True)
class OutcomeView:
    """An outcome with its figures, if it has any."""

    text: str
    for_whom: str | None
    before: Amount | None
    after: Amount | None
    value: Amount | None
    period: str | None
    source: str | None
    """The id of a source of the story."""
    bars: tuple[Markup, Markup] | None
    """The drawings of `before` and `after`: inline SVG, hidden from screen readers."""


@dataclass(frozen=True)
class Figures:
    """Outcomes by what can be shown of them, each group in the order of its author."""

    pairs: tuple[OutcomeView, ...]
    """Those with a figure from before and one from after."""
    singles: tuple[OutcomeView, ...]
    """Those with one figure."""
    sentences: tuple[OutcomeView, ...]
    """Those with words alone."""


def outcome_views(outcomes: Sequence[Outcome]) -> tuple[OutcomeView, ...]:
    """Return outcomes ready to be told, in the order of their author."""
    tallest = _tallest(outcomes)
    return tuple(
        OutcomeView(
            text=one.text,
            for_whom=one.for_whom,
            before=_amount(one.before, one.unit),
            after=_amount(one.after, one.unit),
            value=_amount(one.value, one.unit),
            period=one.period,
            source=one.source,
            bars=_bars(one, tallest.get(one.unit, 0)),
        )
        for one in outcomes
    )


def figures(outcomes: Sequence[OutcomeView]) -> Figures:
    """Return outcomes in groups: pairs of figures, single figures, and words alone."""
    return Figures(
        pairs=tuple(one for one in outcomes if one.after),
        singles=tuple(one for one in outcomes if one.value),
        sentences=tuple(one for one in outcomes if not one.value and not one.after),
    )


def _amount(number: Number | None, unit: str | None) -> Amount | None:
    """Return a figure with its unit as people write it: £140 million, 53% fall, 253 incidents."""
    if number is None:
        return None
    text, unit = f"{number:,}", unit or ""
    if unit.startswith(_CURRENCIES):
        sign = "-" if number < 0 else ""
        return Amount(f"{sign}{unit[0]}{text.removeprefix('-')}", unit[1:].lstrip())
    if unit.startswith(_GLUED):
        return Amount(f"{text}{unit[0]}", unit[1:].lstrip())
    return Amount(text, unit)


def _pair(outcome: Outcome) -> tuple[Number, Number] | None:
    """Return the two figures of an outcome that can be drawn from nought."""
    before, after = outcome.before, outcome.after
    if before is None or after is None or min(before, after) < 0 or max(before, after) == 0:
        return None
    return before, after


def _tallest(outcomes: Sequence[Outcome]) -> Mapping[str | None, Number]:
    """Return the largest figure of all pairs that have the same unit, by that unit."""
    tallest: dict[str | None, Number] = {}
    for one in outcomes:
        tallest[one.unit] = max(tallest.get(one.unit, 0), *(_pair(one) or (0, 0)))
    return tallest


def _bars(outcome: Outcome, tallest: Number) -> tuple[Markup, Markup] | None:
    """Return the bars of a pair: before in outline, after filled, so that no colour is needed."""
    pair = _pair(outcome)
    if pair is None:
        return None
    before, after = (round(HEIGHT * number / tallest) for number in pair)
    return _drawing(_outlined(before)), _drawing(_filled(after))


def _filled(height: int) -> str:
    return f'y="{HEIGHT - height}" width="{WIDTH}" height="{height}" fill="currentColor"'


def _outlined(height: int) -> str:
    if height <= LINE:
        return _filled(height)
    # A line is drawn round its path, so the path lies inside of the bar by half of the line.
    inside, edge = height - LINE, LINE // 2
    return (
        f'x="{edge}" y="{HEIGHT - edge - inside}" width="{WIDTH - LINE}" height="{inside}" '
        f'fill="none" stroke="currentColor" stroke-width="{LINE}"'
    )


def _drawing(rectangle: str) -> Markup:
    return Markup(  # noqa: S704 - numbers alone are put in
        f'<svg class="bar" viewBox="0 0 {WIDTH} {HEIGHT}" preserveAspectRatio="xMinYMax" '
        f'aria-hidden="true" focusable="false"><rect {rectangle}/></svg>'
    )
