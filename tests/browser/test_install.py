"""What browser tests need is asked for by name, and all of it at once."""

import os
import shutil
import subprocess
import sys

import pytest

from tests.browser import install

ALL = ("chromium-headless-shell", "libatomic1", "libstdc++6", "git")


@pytest.mark.parametrize(
    ("broken", "packages"),
    [
        (set(), ()),
        ({"chrome"}, ("chromium-headless-shell",)),
        ({"node"}, ("libatomic1", "libstdc++6")),
        ({"git"}, ("git",)),
        ({"chrome", "node", "git"}, ALL),
    ],
)
def test_what_does_not_start_is_asked_for(broken: set[str], packages: tuple[str, ...]) -> None:
    """A program that is there and lacks a library counts as missing."""
    found = install.missing("chrome", "node", lambda program: program not in broken)
    assert tuple(found) == packages


def test_no_browser_at_all_is_asked_for() -> None:
    """There is nothing to start, then."""
    assert tuple(install.missing(None, "node", lambda program: True)) == ("chromium-headless-shell",)


def test_program_runs_or_not() -> None:
    """What is not there does not run, nor what stops with an error."""
    assert install.runs(sys.executable)
    assert not install.runs("/nowhere/chrome")
    assert not install.runs("/bin/false")


def played(monkeypatch: pytest.MonkeyPatch, user: int, apt: str | None) -> list[list[str]]:
    """Pretend that everything is missing, and return the commands that would run."""
    commands: list[list[str]] = []
    monkeypatch.setattr(install, "runs", lambda program: False)
    monkeypatch.setattr(os, "geteuid", lambda: user)
    monkeypatch.setattr(shutil, "which", lambda name: apt if name == "apt-get" else None)
    monkeypatch.setattr(subprocess, "run", lambda command, check: commands.append(command))
    return commands


def test_root_gets_the_packages(monkeypatch: pytest.MonkeyPatch) -> None:
    """One command brings them all."""
    commands = played(monkeypatch, 0, "/usr/bin/apt-get")
    install.main()
    assert commands[-1] == ["apt-get", "install", "-y", "-qq", *ALL]


def test_others_are_told_in_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is installed, and the sentence names each package."""
    commands = played(monkeypatch, 1000, "/usr/bin/apt-get")
    with pytest.raises(SystemExit) as stopped:
        install.main()
    assert commands == []
    said = str(stopped.value.code)
    assert said.endswith("ask for: apt-get install chromium-headless-shell libatomic1 libstdc++6 git")
    assert "\n" not in said


def test_elsewhere_playwright_brings_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a system without Debian's packages there is still a browser."""
    commands = played(monkeypatch, 1000, None)
    install.main()
    assert commands == [[sys.executable, "-m", "playwright", "install", "chromium"]]
