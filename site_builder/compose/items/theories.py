"""What stories and partners have to do with the theories of action of missions."""

from dataclasses import dataclass

from site_builder.compose.frame.frame import Frame
from site_builder.compose.views.page import Link
from site_builder.read.types import CaseStudy, Mission, Partner
from site_builder.relate.theories import Step


@dataclass(frozen=True)
class PartView:
    """What a partner does for a mission, said on the partner's page."""

    link: Link
    does: str
    is_illustrative: bool


@dataclass(frozen=True)
class EvidenceView:
    """What a story says about a mission's theory, said on the story's page."""

    link: Link
    text: str
    is_illustrative: bool


def theory_link(frame: Frame, mission: Mission) -> Link | None:
    """Return a link to a mission's theory of action, if it has one."""
    if mission.theory_of_action is None:
        return None
    return Link(frame.say("theory.link"), theory_address(frame, mission))


def evidence_of(frame: Frame, story: CaseStudy) -> tuple[EvidenceView, ...]:
    """Return what a story says about the theories of missions."""
    return tuple(
        EvidenceView(
            Link(
                frame.say("theory.title", mission=one.mission.title),
                theory_address(frame, one.mission),
            ),
            _said(frame, one.mission, one.says) if isinstance(one.says, Step) else one.says.text,
            is_invented(one.mission),
        )
        for one in frame.record.evidence.get(story.slug, ())
    )


def parts_of(frame: Frame, partner: Partner) -> tuple[PartView, ...]:
    """Return what a partner does for missions."""
    return tuple(
        PartView(
            Link(
                frame.say("theory.title", mission=one.mission.title),
                theory_address(frame, one.mission),
            ),
            one.actor.does,
            is_invented(one.mission),
        )
        for one in frame.record.parts_played.get(partner.slug, ())
    )


def is_invented(mission: Mission) -> bool:
    """Tell whether a mission, or its theory alone, is an example that somebody made up."""
    theory = mission.theory_of_action
    return mission.illustrative or bool(theory and theory.illustrative)


def theory_address(frame: Frame, mission: Mission) -> str:
    """Return the address of a mission's theory of action."""
    return f"{frame.addresses.of(mission)}theory-of-action/"


def _said(frame: Frame, mission: Mission, step: Step) -> str:
    texts = _texts(mission)
    cause = texts[step.cause] if isinstance(step.cause, str) else step.cause.does
    return frame.say("theory.step", cause=cause, effect=texts[step.leads_to.outcome])


def _texts(mission: Mission) -> dict[str, str]:
    theory = mission.theory_of_action
    return {one.id: one.text for one in theory.outcomes} if theory else {}
