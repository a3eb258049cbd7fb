"""The bench of feeds measures the same feeds on both sides; nothing here is timed."""

import re

import pytest
from click.testing import CliRunner

from tests.bench.feeds import main


@pytest.mark.slow
def test_feeds_of_a_small_site_are_measured_beside_feedgen() -> None:
    """Ours are in three formats for each two of feedgen's, and a ratio is told."""
    told = CliRunner().invoke(main, ["--stories", "12"], catch_exceptions=False).output
    mine, theirs = (int(count.replace(",", "")) for count in re.findall(r"([\d,]+) files", told))
    assert (mine % 3, theirs % 2) == (0, 0)
    assert mine / 3 >= theirs / 2 > 20
    assert re.search(r"^ratio: \d+\.\d\d$", told, re.MULTILINE)
