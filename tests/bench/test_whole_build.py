"""The measurements measure what they say."""

from pathlib import Path

import pytest

from tests.bench.synthetic import write_synthetic_site
from tests.bench.whole_build import Figures, as_line, cold_build, rebuild_after_edit, typical


@pytest.mark.slow
def test_builds_of_a_small_site_are_measured(tmp_path: Path) -> None:
    """A cold build renders everything; after one edit, a page and its feeds are."""
    write_synthetic_site(tmp_path, 3)
    cold, edited = cold_build(tmp_path), rebuild_after_edit(tmp_path)
    assert cold.kept == 0
    assert 0 < edited.rendered < cold.rendered / 10
    assert edited.rendered + edited.kept == cold.rendered
    assert cold.seconds > 0
    assert 10 < cold.megabytes < 2000


def test_typical_figures_are_medians() -> None:
    """One slow run does not spoil a figure."""
    runs = [Figures(1, 50, 9, 0), Figures(9, 51, 9, 0), Figures(2, 90, 9, 0)]
    assert typical(runs) == Figures(2, 51, 9, 0)
    assert " ".join(as_line("site", typical(runs)).split()) == "site 2.00 s 51 MB 9 rendered 0 kept"
