"""The README's way to a record, with what pip makes of this repository, away from it."""

import os
import re
import shlex
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest
from click.testing import CliRunner

from site_builder.doors.cli import main
from tests.conftest import SiteFolder

ROOT = Path(__file__).parent.parent
SECTION = (ROOT / "README.md").read_text("utf-8").partition("## A record of your own\n")[2]
STEPS = re.findall(r"^```sh\n(.*?)^```$", SECTION.partition("\n## ")[0], re.M | re.S)


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory, wheel: Path) -> Path:
    """Return an environment that has the wheel, and finds what it needs where the tests do.

    Nothing is fetched. The product itself is found in the wheel alone: the folder in which it is
    edited is named by a file that only the environment of the tests reads.
    """
    place = tmp_path_factory.mktemp("installed") / ".venv"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(place)], check=True)
    pip = [sys.executable, "-m", "pip", "--python", str(place), "install", "--quiet"]
    subprocess.run([*pip, "--no-deps", "--no-index", str(wheel)], check=True)
    inside = next(place.glob("lib/python*/site-packages"))
    (inside / "needed.pth").write_text(sysconfig.get_path("purelib"), "utf-8")
    return place


def shell(lines: str, folder: Path, environment: Path) -> subprocess.CompletedProcess[str]:
    """Run lines of a terminal in a folder, with an environment made active."""
    path = f"{environment / 'bin'}{os.pathsep}{os.environ['PATH']}"
    outer = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-euo", "pipefail", "-c", lines],
        cwd=folder,
        env={**outer, "PATH": path},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.slow
def test_readme_leads_from_an_empty_folder_to_a_site(installed: Path, tmp_path: Path) -> None:
    """Its lines make a record and build it; `init` comes first, and is given what it would ask."""
    install, lines = STEPS
    assert [one.split("  ")[0] for one in install.splitlines()] == [
        *("python -m venv .venv", ". .venv/bin/activate", "pip install ."),
    ]
    assert lines.startswith("missions init our-record ")
    given = '--name "Example Board" --region Leeds --ci github'
    lines = lines.replace("init our-record", f"init our-record {given}", 1)
    done = shell(lines, tmp_path, installed)
    assert done.returncode == 0, done.stdout + done.stderr
    record = SiteFolder(tmp_path / "our-record")
    assert "Example Board" in record.page("about/index.html")
    named = shell("python -c 'import site_builder as s; print(s.__file__)'", tmp_path, installed)
    assert Path(named.stdout.strip()).is_relative_to(installed)


@pytest.mark.slow
def test_record_of_the_wheel_is_that_of_the_repository(installed: Path, tmp_path: Path) -> None:
    """Every file that `init` writes is in the wheel, those whose names begin with a dot as well."""
    words = ("--no-ask", "--name", "Example Board", "--region", "Leeds", "--ci", "gitlab")
    made = shell(shlex.join(("missions", "init", "record", *words)), tmp_path, installed)
    assert made.returncode == 0, made.stdout + made.stderr
    here = CliRunner().invoke(main, ["init", str(tmp_path / "here"), *words])
    assert here.exit_code == 0, here.output
    site = SiteFolder(tmp_path)
    assert site.files("record") == site.files("here")
    assert ".gitignore" in site.files("record")
