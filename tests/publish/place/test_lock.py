"""One build at a time on a target, however many there are, and none waits for the dead."""

import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import filelock
import pytest
from click.testing import CliRunner

from site_builder.doors.cli import main
from site_builder.doors.preview import Preview
from site_builder.publish.place import lock
from site_builder.publish.place.lock import LOCK, one_at_a_time, try_lock
from site_builder.publish.refused import AnotherBuild
from tests.conftest import SiteFolder

SINCE = r"^Another build is running \(since \d\d:\d\d:\d\d\) for .*site\. Wait until"
HOLDER = """
import sys, time
from pathlib import Path
from site_builder.publish.place.lock import one_at_a_time
with one_at_a_time(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


@contextmanager
def held_by_another(target: Path) -> Iterator["subprocess.Popen[str]"]:
    """Let another process hold the lock of a target."""
    command = [sys.executable, "-c", HOLDER, str(target)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert process.stdout.readline() == "held\n"
        try:
            yield process
        finally:
            process.kill()


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait only for a moment."""
    monkeypatch.setattr(lock, "PATIENCE", 0.1)


def test_second_waits_and_is_told_since_when(tmp_path: Path) -> None:
    """Who comes second is told in plain words, and gets the lock when the first has ended."""
    target = tmp_path / "site"
    with held_by_another(target) as other:
        with (
            pytest.raises(
                AnotherBuild, match=r"^Another build is running \(since \d\d:\d\d:\d\d\) "
            ),
            one_at_a_time(target, 0.1),
        ):
            pass
        threading.Timer(0.3, other.kill).start()
        with one_at_a_time(target, 30):
            assert other.wait() == -signal.SIGKILL
    assert list(tmp_path.iterdir()) == []


def test_lock_is_of_one_target(tmp_path: Path) -> None:
    """Two sites beside each other can be built at once."""
    with one_at_a_time(tmp_path / "one", 0), one_at_a_time(tmp_path / "two", 0):
        assert {path.name for path in tmp_path.iterdir()} == {".one.lock", ".two.lock"}


def test_many_never_hold_a_lock_together(tmp_path: Path) -> None:
    """The file of the lock goes and comes, and still one at a time has it."""
    inside, most, together = [0], [0], threading.Lock()

    def work() -> None:
        for _ in range(30):
            with one_at_a_time(tmp_path / "site", 60):
                with together:
                    inside[0] += 1
                    most[0] = max(most[0], inside[0])
                with together:
                    inside[0] -= 1

    threads = [threading.Thread(target=work) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == [1]
    assert list(tmp_path.iterdir()) == []


def test_lock_on_a_file_that_was_removed_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between opening and locking, the file may have been removed: its lock is worthless then."""
    path, real = tmp_path / "lock", filelock.lock_descriptor

    def removed_meanwhile(descriptor: int, *, blocking: bool) -> bool:
        path.unlink()
        return real(descriptor, blocking=blocking)

    monkeypatch.setattr(lock, "lock_descriptor", removed_meanwhile)
    assert try_lock(path) is None


def test_folder_that_is_updated_in_place_has_a_lock_inside_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two containers may share that folder and nothing around it."""
    target = tmp_path / "site"
    target.mkdir()
    monkeypatch.setattr(lock, "can_be_exchanged", lambda _: False)
    with one_at_a_time(target, 0):
        (tmp_path / ".site.lock").unlink()
        with pytest.raises(AnotherBuild), one_at_a_time(target, 0):
            pass
        assert (target / LOCK).exists()
    assert not (target / LOCK).exists()


def test_place_that_can_not_be_locked_is_not_refused_for_that(tmp_path: Path) -> None:
    """Who then writes there is told why that can not be done."""
    (tmp_path / "file").write_text("a file where a folder should be", "utf-8")
    with one_at_a_time(tmp_path / "file" / "site", 0):
        pass


COMMANDS = (["build"], ["record"], ["check", "--fix"], ["announce", "--save", "list.json"])


@pytest.mark.usefixtures("impatient")
def test_every_command_that_writes_waits(site: SiteFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each tells of the other build, ends with a status of its own, and writes nothing."""
    site.write("site/index.html", "")
    monkeypatch.chdir(site.root)
    before = site.files(".")
    with one_at_a_time(site.root / "site"):
        for command in COMMANDS:
            done = CliRunner().invoke(main, command)
            assert "Another build is running (since" in done.output
            assert done.exit_code == 4, command
    assert site.files(".") == before


@pytest.mark.usefixtures("impatient")
def test_preview_shows_that_another_build_is_running(site: SiteFolder) -> None:
    """A preview goes on, and tells it in the page."""
    preview = Preview(site.settings, 0)
    with one_at_a_time(site.root / ".cache/preview"):
        preview.rebuild()
    page = preview.page_for("/")[1].decode()
    preview.shutdown()
    assert "Another build is running" in page
    assert "Traceback" not in page
