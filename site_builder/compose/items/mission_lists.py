"""Where the lists of one mission stand, and how missions stand in lists."""

from site_builder.compose.frame.frame import Frame
from site_builder.compose.views.lists import Entry
from site_builder.compose.views.page import Link
from site_builder.read.types import Mission


def learning_link(frame: Frame, mission: Mission) -> Link | None:
    """Return the way from a mission, or from one of its stories, to all that it learned."""
    if not frame.keeps("learning"):
        return None
    words = frame.say("learning.from_mission", mission=mission.title)
    return Link(words, frame.addresses.at("learning of mission", mission.slug))


def mission_entries(frame: Frame) -> tuple[Entry, ...]:
    """Return a line for each mission: its name, its goal, how many stories."""
    return tuple(_entry(frame, mission) for mission in frame.record.missions.values())


def _entry(frame: Frame, mission: Mission) -> Entry:
    stories = len(frame.record.stories_of("mission", mission.slug))
    return Entry(frame.link_to(mission), stories, mission.statement, mission.slug)


def promises_address(frame: Frame, mission: Mission) -> str:
    """Return the address of the list of all promises for a mission."""
    return frame.addresses.promises(mission)
