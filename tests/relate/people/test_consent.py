"""Consent decides what of a person is shown, and whoever did not agree is not there at all."""

import datetime as dt

import pytest

from site_builder.read.types.parts.consent import Consent
from site_builder.relate.people.consent import holds
from site_builder.relate.record import Record
from site_builder.relate.visibility import Viewer
from tests.compose.stories import photograph, story
from tests.conftest import SiteFolder

STORY = "content/case-studies/warm-homes.md"
OTHER = "content/case-studies/night-nurses.md"
ADA = "{id: ada, who: Ada Example, given_on: 2025-01-20, scope: [name, quote]}"
BST = dt.timezone(dt.timedelta(hours=1))
LAST_MINUTE = dt.datetime(2025, 6, 25, 23, 59, tzinfo=BST)


@pytest.mark.parametrize(
    ("fields", "now", "is_held"),
    [
        ({}, None, True),
        ({"expires": "2025-06-25"}, None, False),
        ({"expires": "2025-06-25"}, LAST_MINUTE, True),
        ({"expires": "2025-06-25"}, LAST_MINUTE + dt.timedelta(minutes=1), False),
        ({"taken_back": "2025-06-25"}, None, False),
        ({"taken_back": "2025-06-25"}, dt.datetime(2025, 1, 2, tzinfo=BST), False),
        ({"expires": "2060-01-01", "taken_back": "2025-06-25"}, LAST_MINUTE, False),
    ],
)
def test_consent_holds_for_its_last_day_and_only_if_that_is_known(
    fields: dict[str, str], now: dt.datetime | None, *, is_held: bool
) -> None:
    """Without a moment, a consent with an end is not known to hold; one taken back never does."""
    given = {"id": "a", "who": "A", "given_on": "2025-01-01", "scope": ("quote",)}
    assert holds(Consent.model_validate(given | fields), Viewer(now)) is is_held


def voices(record: Record) -> list[tuple[str | None, str]]:
    """Return who speaks in the story, and their role."""
    return [
        (one.name or one.pseudonym, one.role) for one in record.case_studies["warm-homes"].voices
    ]


BOTH = [("Ada Example", "a neighbour"), ("Bron", "a tenant")]
ONLY_BRON = BOTH[1:]


@pytest.mark.parametrize(
    ("old", "new", "heard"),
    [
        ("", "", BOTH),
        ("who: Ada Example", "expires: 2025-01-31, who: Ada Example", ONLY_BRON),
        ("scope: [name, quote]", "scope: [quote]", [(None, "a neighbour"), *ONLY_BRON]),
        ("scope: [name, quote]", "scope: [name]", ONLY_BRON),
        ("consent: ada", "consent: nobody", ONLY_BRON),
        (", consent: ada", "", ONLY_BRON),
        ("consent: ada", "source: 1", BOTH),
        ("consent: ada", "source: 2", ONLY_BRON),
        ("consent: ada", "source: 1, consent: nobody", ONLY_BRON),
        (ADA, f"{ADA}\n  - {ADA.replace('scope', 'expires: 2025-01-31, scope')}", ONLY_BRON),
        ("{pseudonym: Bron", "{name: Bea Example, pseudonym: Bron", BOTH),
    ],
)
def test_voice_is_heard_as_far_as_its_person_agreed(
    site: SiteFolder, old: str, new: str, heard: list[tuple[str | None, str]]
) -> None:
    """Without the name there is the role; without the words there is nothing."""
    site.edit(STORY, old, new)
    assert voices(site.record(Viewer(LAST_MINUTE))) == heard


def test_record_holds_no_consent(site: SiteFolder) -> None:
    """Who agreed to what stays between the people and whoever keeps the record."""
    show(site, "people: [ada]", "{people=ada}", "scope: [name, quote, image]")
    record = site.record()
    assert len(record.images) == 1
    assert "'ada'" not in repr(record)
    assert "form 12" not in repr(record)


def show(site: SiteFolder, in_field: str, in_text: str, scope: str) -> None:
    """Show a photograph at the head of a story and in its text, with what it says of people."""
    site.write("content/images/door.jpg", photograph())
    site.edit(STORY, "scope: [name, quote]", scope)
    head = f"image: {{file: ../images/door.jpg, alt: A door, {in_field}}}"
    site.edit(STORY, "place: leeds", f"place: leeds\n{head}")
    image = f"![A door](../images/door.jpg){in_text}"
    site.edit(STORY, "## How it worked", f"{image}\n\n## How it worked")


def images(record: Record, slug: str = "warm-homes") -> tuple[bool, int]:
    """Return whether a story has an image at its head, and how many are in its text."""
    item = record.case_studies[slug]
    assert len(item.prose.images) == item.prose.html.count("<img")
    return item.image is not None, len(item.prose.images)


@pytest.mark.parametrize(
    ("in_field", "in_text", "scope", "shown"),
    [
        ("people: [ada]", "{people=ada}", "scope: [name, quote, image]", (True, 1)),
        ("people: [ada]", "{people=ada}", "scope: [image], expires: 2025-06-25", (True, 1)),
        ("people: [ada]", "{people=ada}", "scope: [image], expires: 2025-06-24", (False, 0)),
        ("people: [ada]", "{people=ada}", "scope: [name, quote]", (False, 0)),
        ("people: [ada, bron]", '{people="ada, bron"}', "scope: [image]", (False, 0)),
        ("people: [ada]", "{people=none}", "scope: [image]", (True, 0)),
        ("people: []", "{people=ada}", "scope: [image]", (False, 1)),
        ("people: []", "{people=none}", "scope: [name]", (True, 1)),
        ("focus: 1% 1%", "", "scope: [name]", (True, 1)),
    ],
)
def test_image_is_shown_if_everybody_in_it_agreed(
    site: SiteFolder, in_field: str, in_text: str, scope: str, shown: tuple[bool, int]
) -> None:
    """One person who did not is enough; to name nobody does not overrule who names somebody."""
    show(site, in_field, in_text, scope)
    record = site.record(Viewer(LAST_MINUTE))
    assert images(record) == shown
    assert list(record.images) == (["content/images/door.jpg"] if any(shown) else [])


def test_image_of_a_person_is_withheld_from_every_story_that_names_nobody(
    site: SiteFolder,
) -> None:
    """Another story can not show the same photograph by saying nothing of who is in it."""
    show(site, "people: [ada]", "", "scope: [image]")
    head = "image: {file: ../images/door.jpg, alt: A door}"
    site.edit(OTHER, "place: leeds", f"place: leeds\n{head}")
    record = site.record()
    assert images(record, "night-nurses") == (False, 0)
    assert images(record) == (True, 0)


def test_image_that_no_public_item_shows_is_not_in_the_record(site: SiteFolder) -> None:
    """A photograph of a draft, or of nothing, stays where it is."""
    site.write("content/images/door.jpg", photograph())
    site.write("content/images/key.jpg", photograph())
    head = "status: draft\nimage: {file: ../images/key.jpg, alt: A key}"
    site.write("content/case-studies/key.md", story("A key", extra=head))
    assert site.record().images == {}


def test_withdrawn_story_keeps_nothing_of_its_people(site: SiteFolder) -> None:
    """What a withdrawn item had of a person is not in the record either."""
    show(site, "people: [ada]", "", "scope: [name], taken_back: 2025-02-01")
    gone = "status: withdrawn\nwithdrawn: {on: 2025-05-01, reason: A mistake.}"
    site.edit(STORY, "place: leeds", f"place: leeds\n{gone}")
    (withdrawn,) = site.record().withdrawn
    assert withdrawn.image is None
    assert "Ada" not in repr(withdrawn)


def test_item_without_people_is_left_as_it_is(site: SiteFolder) -> None:
    """Thousands of stories show nobody, and need no copy of their own."""
    content = site.content()
    (as_read,) = (item for item in content.items if item.path == OTHER)
    assert site.record().case_studies["night-nurses"] == as_read
