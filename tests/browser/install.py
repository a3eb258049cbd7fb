"""Make sure that browser tests can run here: Chromium, Playwright's Node, and git for deploys.

    python -m tests.browser.install

On Debian, root gets the packages that are missing; anybody else is told which to ask for. Where
there are no such packages, Playwright brings a Chromium of its own.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from playwright._impl._driver import compute_driver_executable
from playwright.sync_api import sync_playwright

from tests.browser.chromium import NoBrowser, find_chromium

Runs = Callable[[str], bool]
"""Tells whether a program starts; one whose libraries are missing does not."""

_NODE_NEEDS = ("libatomic1", "libstdc++6")
"""What Playwright's Node is linked with, and Debian does not always have."""


def runs(program: str) -> bool:
    """Tell whether a program is there and starts."""
    try:
        done = subprocess.run([program, "--version"], capture_output=True, check=False)
    except OSError:
        return False
    return done.returncode == 0


def missing(chromium: str | None, node: str, runs: Runs) -> Iterator[str]:
    """Yield the packages of Debian that are missing here."""
    if not chromium or not runs(chromium):
        yield "chromium-headless-shell"
    if not runs(node):
        yield from _NODE_NEEDS
    if not runs("git"):
        yield "git"


def request(packages: tuple[str, ...]) -> str:
    """Return what to say to somebody who can not install packages."""
    wanted = " ".join(packages)
    return f"The tests need packages that are not here; ask for: apt-get install {wanted}"


def main() -> None:
    """Install what is missing, or stop with one sentence on what to ask for."""
    node = compute_driver_executable()[0]
    packages = tuple(missing(_chromium(node), node, runs))
    if not packages:
        return
    if shutil.which("apt-get") is None:
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=True)
    elif os.geteuid() == 0:
        subprocess.run(["apt-get", "update", "-qq"], check=True)
        subprocess.run(["apt-get", "install", "-y", "-qq", *packages], check=True)
    else:
        sys.exit(request(packages))


def _chromium(node: str) -> str | None:
    """Return the Chromium that tests would use, or nothing; asking Playwright takes its Node."""
    own = Path("/nowhere")
    if runs(node):
        with sync_playwright() as playwright:
            own = Path(playwright.chromium.executable_path)
    try:
        return str(find_chromium(os.environ, shutil.which, own))
    except NoBrowser:
        return None


if __name__ == "__main__":
    main()
