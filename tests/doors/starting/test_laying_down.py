"""Files of a new record are laid down whole, or none of them is there."""

from pathlib import Path

import pytest

from site_builder.doors.starting.laying_down import in_the_way, lay_down

FILES = {"a.md": b"A", "content/b.md": b"B", "content/pages/c.md": b"C"}


def test_failure_leaves_nothing_of_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the third file can not be written, the two before it and their folders go again."""
    opened: list[Path] = []
    real = Path.open

    def fails(path: Path, mode: str = "r", **more: object) -> object:
        opened.append(path)
        if len(opened) == 3:
            raise OSError(28, "No space left on device")
        return real(path, mode, **more)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", fails)
    (tmp_path / "mine.txt").write_bytes(b"Mine")
    with pytest.raises(OSError, match="No space"):
        lay_down(tmp_path, FILES)
    assert [one.name for one in tmp_path.iterdir()] == ["mine.txt"]
    opened.clear()
    with pytest.raises(OSError, match="No space"):
        lay_down(tmp_path / "new/deep", FILES)
    assert not (tmp_path / "new").exists()


def test_file_that_came_meanwhile_is_not_written_over(tmp_path: Path) -> None:
    """Between the look and the writing somebody made a file: it stays, and ours go."""
    assert in_the_way(tmp_path, FILES) == []
    (tmp_path / "content").mkdir()
    (tmp_path / "content/b.md").write_bytes(b"Theirs")
    with pytest.raises(FileExistsError):
        lay_down(tmp_path, FILES)
    assert (tmp_path / "content/b.md").read_bytes() == b"Theirs"
    assert not (tmp_path / "a.md").exists()
