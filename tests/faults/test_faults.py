"""A short run of the bench of faults; `make faults` is the long one."""

from pathlib import Path

import pytest

from tests.faults.__main__ import PARTS, run
from tests.faults.trial import TwoVersions

SHORT = {"kills": 20, "disk": 4, "overlaps": 8, "edits": 6}


@pytest.mark.slow
@pytest.mark.parametrize("part", PARTS)
def test_no_fault_does_harm(tmp_path: Path, part: str) -> None:
    """Builds that are killed, overlap or find the disk full leave a whole site, and mend it."""
    tallies = list(run(part, tmp_path, SHORT[part], seed=1))
    assert sum(tally.tried for tally in tallies) >= SHORT[part]
    assert [fault for tally in tallies for fault in tally.faults] == []


@pytest.mark.slow
def test_bench_sees_harm(tmp_path: Path) -> None:
    """A page that is missing, cut or of neither version is told, in both ways."""
    for in_place in (False, True):
        two = TwoVersions.make(tmp_path / str(in_place), in_place=in_place)
        assert two.wrong() == []
        (two.site.root / "site/missions/index.html").write_text("<p>Half a pa", "utf-8")
        assert two.wrong()
        (two.site.root / "site/missions/index.html").unlink()
        assert two.wrong()
        assert two.wrong_next() == []
        (two.site.root / "site/CNAME").unlink()
        assert two.wrong() == ["CNAME is lost"]
