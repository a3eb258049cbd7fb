"""The command: what it prints, how it exits, and that it leaves the site alone when it must."""

import json
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from site_builder.doors.cli import COMMANDS, main
from site_builder.doors.outcome.exit_status import USAGE
from site_builder.doors.preview import Preview
from tests.conftest import SiteFolder


def missions(site: SiteFolder, *arguments: str) -> Result:
    """Run the command with the settings of a site."""
    words = [*arguments, "--settings", str(site.root / "mkdocs.yml")]
    return CliRunner().invoke(main, words, catch_exceptions=False)


def test_build_of_a_right_site_says_what_it_did(site: SiteFolder) -> None:
    """A build names the number of files written, kept and removed."""
    first, second = missions(site, "build"), missions(site, "build")
    assert first.exit_code == second.exit_code == 0
    files = len(site.files()) - 1  # the mark of the site is not counted
    assert f"{files} written, 0 left as they were." in first.output
    assert f"0 written, {files} left as they were." in second.output


def test_build_of_a_broken_site_exits_with_one_and_the_report(site: SiteFolder) -> None:
    """Problems are printed with the count, exit status is 1, and no traceback is shown."""
    site.edit("content/case-studies/warm-homes.md", "mission: clean-energy", "mission: clean-enrgy")
    done = missions(site, "build")
    assert done.exit_code == 1
    assert 'Did you mean "clean-energy"?' in done.output
    assert done.output.endswith("1 problem in 1 file. Nothing was published.\n")
    assert "Traceback" not in done.output
    assert not (site.root / "site").exists()


def test_check_of_a_right_site_says_no_problems(site: SiteFolder) -> None:
    """A site without problems passes the check, and nothing is written."""
    done = missions(site, "check")
    assert (done.exit_code, done.output) == (0, "No problems.\n")
    assert not (site.root / "site").exists()


def test_check_as_json_holds_every_field(site: SiteFolder) -> None:
    """Tools get path, line, column, rule, words and fix of each problem."""
    site.edit("content/pages/about.md", "title:", "titel:")
    problems = json.loads(missions(site, "check", "--format=json").output)
    assert [problem["rule"] for problem in problems] == ["unknown-field"]
    assert (problems[0]["path"], problems[0]["line"]) == ("content/pages/about.md", 2)


def test_check_for_github_writes_annotations(site: SiteFolder) -> None:
    """GitHub gets one workflow command for each problem."""
    site.edit("content/pages/about.md", "title:", "titel:")
    lines = missions(site, "check", "--format=github").output.splitlines()
    assert lines[0].startswith(
        "::error file=content/pages/about.md,line=2,col=1,title=unknown-field::"
    )


def test_strict_lets_a_warning_stop_the_build(site: SiteFolder) -> None:
    """A warning alone is told and published; under strict it stops the build."""
    site.edit("content/pages/about.md", "order: 1", "order: 1\nreview_by: 2025-01-01")
    late = ("--now", "2025-06-01T00:00+00:00")
    assert missions(site, "build", *late).exit_code == 0
    assert missions(site, "build", "--strict", *late).exit_code == 1


@pytest.mark.parametrize("words", [("build",), ("check",), ("serve",)])
def test_missing_settings_are_named_in_one_line(words: tuple[str, ...], tmp_path: Path) -> None:
    """A folder without settings is told with its remedy, exit status 2 and no traceback."""
    done = missions(SiteFolder(tmp_path), *words)
    assert done.exit_code == 2
    assert "There is no file “mkdocs.yml”." in done.output


def test_site_dir_that_is_a_project_is_refused(site: SiteFolder) -> None:
    """A folder with content in it is never swapped away."""
    done = missions(site, "build", "--site-dir", str(site.root))
    assert done.exit_code == 2
    assert "Choose another folder" in done.output
    assert (site.root / "content" / "pages" / "about.md").exists()


def test_bad_moment_is_named(site: SiteFolder) -> None:
    """A moment without a zone is refused in words."""
    done = missions(site, "build", "--now", "2025-06-01T00:00")
    assert done.exit_code == 2
    assert "has no time zone" in done.output


def test_serve_on_a_port_that_is_taken_says_what_to_do(site: SiteFolder) -> None:
    """One sentence with the remedy, a status of its own, and no traceback."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        settings = str(site.root / "mkdocs.yml")
        result = CliRunner().invoke(main, ["serve", "-f", settings, "--port", str(port)])
    assert result.exit_code == 2
    assert isinstance(result.exception, SystemExit)
    (line,) = result.output.splitlines()
    assert line.startswith(f"Error: Port {port} is taken by another program")
    assert "`--port 0`" in line


@pytest.mark.parametrize(
    ("address", "warns"), [("127.0.0.1", False), ("localhost", False), ("0.0.0.0", True)]
)
def test_serve_says_who_can_read_what_is_not_published(
    site: SiteFolder, monkeypatch: pytest.MonkeyPatch, address: str, warns: bool
) -> None:
    """A preview that is open to the network says so before it answers anybody."""
    monkeypatch.setattr(Preview, "serve", lambda _preview: None)
    monkeypatch.setattr("site_builder.doors.cli.serve._stop_when_told", lambda: None)
    settings = str(site.root / "mkdocs.yml")
    result = CliRunner().invoke(main, ["serve", "-f", settings, "--port", "0", "-a", address])
    assert result.exit_code == 0
    assert ("Everybody on your network can read this preview" in result.output) is warns


@pytest.mark.parametrize("told", [signal.SIGINT, signal.SIGTERM])
def test_serve_in_the_background_stops_when_it_is_told(
    site: SiteFolder, told: signal.Signals
) -> None:
    """A shell has what it starts in the background pass over Ctrl+C; a script can stop it still."""
    serve = f"{sys.executable} -u -m site_builder.doors.cli serve --port 0 --poll"
    command = ["sh", "-c", f"trap '' INT; exec {serve}"]
    with subprocess.Popen(
        command, cwd=site.root, stdout=subprocess.PIPE, text=True, env=os.environ
    ) as serving:
        assert serving.stdout
        assert serving.stdout.readline().startswith("Serving on http://127.0.0.1:")
        serving.send_signal(told)
        assert serving.stdout.read() == "Stopped.\n"
    assert serving.returncode == 0


def test_version_and_help_wait_for_no_content() -> None:
    """A command is read when it is asked for: what needs none does not wait for the models."""
    script = (
        "import sys; from site_builder.doors.cli import main; "
        "main(['--version'], standalone_mode=False); "
        "sys.exit('pydantic' in sys.modules or 'lxml' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", script], check=True)
    listed = CliRunner().invoke(main, ["--help"]).output
    assert all(f"  {name} " in listed for name in COMMANDS)


def test_misspelt_command_is_named() -> None:
    """A command that is not there is a slip of whoever types, not a fault."""
    done = CliRunner().invoke(main, ["chekc"])
    assert done.exit_code == USAGE
    assert "chekc" in done.output
