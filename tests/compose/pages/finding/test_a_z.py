"""The A to Z: every title once, under its letter, on pages that stay small."""

import pytest

from site_builder.compose import compose
from site_builder.compose.frame.frame import Frame
from site_builder.compose.lists.findable import findable
from site_builder.compose.lists.letters import first_letter
from site_builder.compose.pages.finding.a_z import PART, AToZPage
from site_builder.read.theme.theme import read_theme
from tests.compose.stories import write_stories
from tests.conftest import SiteFolder


def frame_of(site: SiteFolder) -> Frame:
    settings = site.settings()
    return Frame(site.record(), settings, read_theme(settings.theme))


def pages_of(site: SiteFolder) -> dict[str, AToZPage]:
    """Return the inputs of each page of the A to Z, by address."""
    frame = frame_of(site)
    outputs = compose(frame.record, frame.settings, frame.theme)
    inputs = (output.inputs for output in outputs)
    return {one.page.address: one for one in inputs if isinstance(one, AToZPage)}


@pytest.mark.parametrize(
    ("title", "letter"),
    [
        ("Warm homes", "w"),
        ("Écoles", "e"),
        ("ŵyr", "w"),
        ("“Ask us”", "a"),
        ("2025 in review", "0-9"),
        ("٣ stories", "0-9"),
        ("Жизнь", "other"),
        ("…", "other"),
    ],
)
def test_title_stands_under_its_letter(title: str, letter: str) -> None:
    """Accents, quotation marks and capitals do not count."""
    assert first_letter(title) == letter


def test_every_title_stands_once_in_order(site: SiteFolder) -> None:
    """What the record has is found under some letter, and under one only."""
    write_stories(site, 130)
    frame, pages = frame_of(site), pages_of(site)
    parts = [page.part for page in pages.values() if page.part]
    lines = [line for part in parts for line in part.lines]
    there = [frame.link_to(thing).address for thing in findable(frame)]
    assert sorted(line.link.address for line in lines) == sorted(there)
    titles = [line.link.text for part in parts for line in part.lines if part.pager.last == 1]
    assert titles == sorted(titles, key=str.casefold)
    assert sum(letter.titles for letter in pages["a-z/"].letters) == len(there)


def test_letter_with_many_titles_is_cut_into_parts(site: SiteFolder) -> None:
    """No part has more than so many titles, and each leads to the next."""
    write_stories(site, 130)
    pages, address, seen = pages_of(site), "a-z/s/", 0
    while address:
        part = pages[address].part
        assert part
        assert len(part.lines) <= PART
        seen += len(part.lines)
        address = part.pager.older or ""
    assert seen == 131
    assert pages["a-z/s/page/2/"].page.title == "A to Z: S (page 2 of 3)"


def test_list_of_letters_does_not_grow_with_the_record(site: SiteFolder) -> None:
    """However many stories there are, the first page has letters only."""
    few = pages_of(site)["a-z/"]
    write_stories(site, 130)
    many = pages_of(site)["a-z/"]
    assert few.part is many.part is None
    assert len(many.letters) <= 28
    assert [one.link.text for one in many.letters] == sorted(one.link.text for one in many.letters)
