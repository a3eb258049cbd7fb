"""A story as it stands in lists."""

from site_builder.compose.frame.frame import Frame
from site_builder.compose.frame.prose import card_picture
from site_builder.compose.views.lists import Card
from site_builder.read.types import CaseStudy


def card_of(frame: Frame, story: CaseStudy) -> Card:
    """Return the card of a story; it is made once, for many lists show it."""
    made: dict[str, Card] = frame.memory.setdefault("cards", {})
    if story.slug not in made:
        made[story.slug] = _card(frame, story)
    return made[story.slug]


def _card(frame: Frame, story: CaseStudy) -> Card:
    return Card(
        title=story.title,
        address=frame.addresses.of(story),
        summary=story.summary,
        mission=frame.mission_tag(story.mission),
        place=frame.record.places[story.place].full_name,
        date=frame.day(story.date),
        datetime=story.date.isoformat(),
        cover=frame.cover(story),
        picture=card_picture(story, frame.pictures),
        is_illustrative=story.illustrative,
    )
