"""Theories of action: who does what, what it leads to, and which stories say so."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from string import ascii_uppercase

from site_builder.compose.frame.frame import Frame
from site_builder.compose.items.theories import is_invented, theory_address
from site_builder.compose.output import Output, page_path
from site_builder.compose.pages.missions.layers import Place, layers
from site_builder.compose.views.page import Link, Page, Site
from site_builder.read.types import Mission
from site_builder.read.types.mission import Actor, TheoryOfAction
from site_builder.relate.theories import Step, steps_of

WIDTH, ROW, RADIUS = 320, 96, 17
"""The width of a drawing in its own units, how far its layers stand apart, half a mark's width."""


@dataclass(frozen=True)
class MarkView:
    """A letter for an actor or a number for an outcome, and where it stands in the drawing."""

    sign: str
    x: int
    y: int
    is_actor: bool


@dataclass(frozen=True)
class LineView:
    """A step as it is drawn."""

    path: str
    has_story: bool


@dataclass(frozen=True)
class TheoryDrawing:
    """A drawing of a theory; the lists and the table beside it say the same in words."""

    width: int
    height: int
    radius: int
    marks: tuple[MarkView, ...]
    lines: tuple[LineView, ...]


@dataclass(frozen=True)
class ActorView:
    """Somebody who acts."""

    sign: str
    link: Link
    does: str
    because: str | None


@dataclass(frozen=True)
class StepView:
    """A step in words, with the stories that give evidence for it."""

    cause_sign: str
    cause: str
    effect_sign: str
    effect: str
    stories: tuple[Link, ...]


@dataclass(frozen=True)
class AssumptionView:
    """Something taken for granted, and what has become of it."""

    text: str
    state: str
    tested_by: Link | None


@dataclass(frozen=True)
class TheoryPage:
    """Inputs of layouts/theory.html."""

    site: Site
    page: Page
    drawing: TheoryDrawing
    actors: tuple[ActorView, ...]
    outcomes: tuple[str, ...]
    """In the order of their numbers."""
    steps: tuple[StepView, ...]
    assumptions: tuple[AssumptionView, ...]


def theory_pages(frame: Frame) -> Iterator[Output]:
    """Yield a page for the theory of action of each mission that has one."""
    for mission in frame.record.missions.values():
        if mission.theory_of_action:
            yield _theory(frame, mission, mission.theory_of_action)


def _theory(frame: Frame, mission: Mission, theory: TheoryOfAction) -> Output:
    signs = _Signs(theory)
    page = frame.page(
        frame.say("theory.title", mission=mission.title),
        theory_address(frame, mission),
        frame.say("theory.description", mission=mission.title),
        trail=(frame.home, frame.section_link("mission"), frame.link_to(mission)),
        missions=(mission.slug,),
    )
    if is_invented(mission):
        page = replace(page, notices=(frame.say("theory.illustrative"),))
    steps = tuple(_step(frame, one, signs) for one in steps_of(theory))
    inputs = TheoryPage(
        site=frame.site,
        page=page,
        drawing=_drawing(signs, steps),
        actors=tuple(_actor(frame, one, signs) for one in theory.actors),
        outcomes=tuple(one.text for one in theory.outcomes),
        steps=steps,
        assumptions=tuple(
            AssumptionView(
                one.text,
                frame.say(f"theory.states.{one.state}"),
                frame.story_link(one.tested_by),
            )
            for one in theory.assumptions
        ),
    )
    return Output(page_path(theory_address(frame, mission)), "layouts/theory.html", inputs)


class _Signs:
    """The letters of a theory's actors and the numbers of its outcomes."""

    def __init__(self, theory: TheoryOfAction) -> None:
        self.actors = {id(one): _letters(number) for number, one in enumerate(theory.actors)}
        self.outcomes = {one.id: str(number) for number, one in enumerate(theory.outcomes, 1)}
        self.texts = {one.id: one.text for one in theory.outcomes}

    def of(self, cause: Actor | str) -> str:
        return self.outcomes[cause] if isinstance(cause, str) else self.actors[id(cause)]


def _letters(number: int) -> str:
    """Return A to Z, then AA, AB and so on."""
    first, last = divmod(number, len(ascii_uppercase))
    return (ascii_uppercase[first - 1] if first else "") + ascii_uppercase[last]


def _actor(frame: Frame, actor: Actor, signs: _Signs) -> ActorView:
    partner = frame.record.partners[actor.partner]
    return ActorView(signs.of(actor), frame.link_to(partner), actor.does, actor.because)


def _step(frame: Frame, step: Step, signs: _Signs) -> StepView:
    links = (frame.story_link(slug) for slug in dict.fromkeys(step.leads_to.case_studies))
    return StepView(
        cause_sign=signs.of(step.cause),
        cause=signs.texts[step.cause] if isinstance(step.cause, str) else step.cause.does,
        effect_sign=signs.outcomes[step.leads_to.outcome],
        effect=signs.texts[step.leads_to.outcome],
        stories=tuple(link for link in links if link),
    )


def _drawing(signs: _Signs, steps: Sequence[StepView]) -> TheoryDrawing:
    """Return actors above and outcomes below, with a line for each step."""
    actors = list(signs.actors.values())
    lines = [(one.cause_sign, one.effect_sign) for one in steps]
    graph = layers([*actors, *signs.outcomes.values()], lines)

    def at(place: Place) -> tuple[int, int]:
        row, number = place
        return round((number + 0.5) * WIDTH / graph.widths[row]), row * ROW + ROW // 2

    return TheoryDrawing(
        width=WIDTH,
        height=len(graph.widths) * ROW,
        radius=RADIUS,
        marks=tuple(
            MarkView(str(sign), *at(place), is_actor=sign in actors)
            for sign, place in graph.points.items()
        ),
        lines=tuple(
            LineView(_path([at(place) for place in stops]), bool(step.stories))
            for stops, step in zip(graph.lines, steps, strict=True)
        ),
    )


def _path(stops: Sequence[tuple[int, int]]) -> str:
    """Return a line from the foot of one mark to the head of another, through each layer between.

    It leaves a layer downwards and enters the next so, and thus never runs behind a mark.
    """
    *between, (last_x, last_y) = stops[1:]
    x, y = stops[0][0], stops[0][1] + RADIUS
    path = f"M{x} {y}"
    for to_x, to_y in (*between, (last_x, last_y - RADIUS)):
        half = (y + to_y) // 2
        path += f"C{x} {half} {to_x} {half} {to_x} {to_y}"
        x, y = to_x, to_y
    return path
