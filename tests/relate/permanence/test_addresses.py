"""Links in files lead from file to file; addresses have no slash in front."""

import pytest

from site_builder.relate.permanence.addresses import (
    Destination,
    destination,
)
from tests.conftest import SiteFolder

HERE = "content/case-studies/warm-homes.md"


@pytest.mark.parametrize(
    ("address", "leads_to"),
    [
        ("night-nurses.md", Destination("content/case-studies/night-nurses.md", "")),
        ("../missions/health.md#why", Destination("content/missions/health.md", "why")),
        ("#how-it-worked", Destination(HERE, "how-it-worked")),
        ("../images/a%20b.png", Destination("content/images/a b.png", "")),
        ("./x/../night-nurses.md", Destination("content/case-studies/night-nurses.md", "")),
        ("../../../etc/passwd", Destination("../etc/passwd", "")),
        ("/missions/", Destination("/missions", "")),
        ("https://example.org/a.md", None),
        ("//example.org/a.md", None),
        ("mailto:a@example.org", None),
        ("tel:+44", None),
    ],
)
def test_address_in_a_file_leads_from_that_file(address: str, leads_to: Destination | None) -> None:
    """A path is seen from the file that it stands in; other sites are not ours to check."""
    assert destination(address, HERE) == leads_to


def test_items_and_aliases_have_addresses_of_their_section(site: SiteFolder) -> None:
    """A slug stands in the section of its type, a page at the root."""
    site.edit(HERE, "place: leeds", "place: leeds\naliases: [old-name, older-name]")
    record = site.record()
    story = record.case_studies["warm-homes"]
    assert record.addresses.of(story) == "case-studies/warm-homes/"
    assert record.addresses.earlier(story) == ("case-studies/old-name/", "case-studies/older-name/")
    assert record.addresses.of(record.pages["about"]) == "about/"
    assert record.addresses.of(record.councils["2025-q1"]) == "council/2025-q1/"
    assert record.addresses.of(record.places["leeds"]) == "places/leeds/"
