"""The answers to recommendations, summed up in a sentence."""

import re

import pytest

from site_builder.compose.items.deliberations import answers_in_words
from tests.compose.pages.finding.test_a_z import frame_of
from tests.conftest import SiteFolder
from tests.panels import recommendations, write_workshop


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({}, "No recommendation has been published."),
        ({"accepted": 1}, "One recommendation, and it was accepted."),
        ({"declined": 2}, "2 recommendations, all of them declined."),
        ({"pending": 3}, "3 recommendations, all of them waiting for an answer."),
        ({"partly": 1}, "One recommendation, and it was accepted in part."),
        (
            {"pending": 1, "accepted": 2},
            "Of 3 recommendations 2 were accepted and 1 is waiting for an answer.",
        ),
        (
            {"accepted": 2, "partly": 1, "declined": 1, "pending": 2},
            (
                "Of 6 recommendations 2 were accepted, 1 was accepted in part, 1 was declined and "
                "2 are waiting for an answer."
            ),
        ),
        (
            {"declined": 2, "pending": 1},
            (
                "Of 3 recommendations none was accepted, 2 were declined and 1 is waiting for an "
                "answer."
            ),
        ),
    ],
)
def test_answers_are_summed_up_in_words(
    site: SiteFolder, answers: dict[str, int], said: str
) -> None:
    """Each answer is counted, that none was accepted is said, and there is no percentage."""
    write_workshop(site, "one", extra=recommendations(**answers) if answers else "")
    frame = frame_of(site)
    found = answers_in_words(frame, frame.record.deliberations["one"])
    assert found == said
    assert not re.search(r"%|per ?cent", found)
