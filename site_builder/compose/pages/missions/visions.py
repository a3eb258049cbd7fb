"""What a mission is for: the vision that people agreed to, and how its goal was reworded."""

from dataclasses import dataclass

from site_builder.compose.frame.frame import Frame
from site_builder.compose.views.page import Link
from site_builder.read.types import Mission


@dataclass(frozen=True)
class VisionView:
    """What life is like once the mission has succeeded, and who agreed to it."""

    text: str
    validated_on: str | None
    deliberation: Link | None
    is_illustrative: bool


@dataclass(frozen=True)
class RewordingView:
    """A change to the wording of the goal, with its reason."""

    date: str
    datetime: str
    before: str
    after: str
    because: str
    asked_by: str | None
    deliberation: Link | None
    is_illustrative: bool


def vision_of(frame: Frame, mission: Mission) -> VisionView | None:
    """Return a mission's vision, if it has one."""
    vision = mission.vision
    if vision is None:
        return None
    return VisionView(
        text=vision.text,
        validated_on=frame.day(vision.validated_on) if vision.validated_on else None,
        deliberation=_deliberation(frame, vision.deliberation),
        is_illustrative=vision.illustrative,
    )


def rewordings_of(frame: Frame, mission: Mission) -> tuple[RewordingView, ...]:
    """Return how the goal of a mission was reworded, newest first."""
    newest_first = sorted(mission.wording_history, key=lambda one: one.date, reverse=True)
    return tuple(
        RewordingView(
            date=frame.day(one.date),
            datetime=one.date.isoformat(),
            before=one.from_text,
            after=one.to,
            because=one.because,
            asked_by=one.asked_by,
            deliberation=_deliberation(frame, one.deliberation),
            is_illustrative=one.illustrative,
        )
        for one in newest_first
    )


def _deliberation(frame: Frame, slug: str | None) -> Link | None:
    """Return a link to a deliberation, if the public may see it."""
    deliberation = frame.record.deliberations.get(slug or "")
    return frame.link_to(deliberation) if deliberation else None
