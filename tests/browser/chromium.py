"""Find a Chromium on this machine: the one that is named, the system's, or playwright's own."""

from collections.abc import Callable, Mapping
from pathlib import Path

NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
"""What the command is called on different systems.

The first is the same browser without the window that nobody sees here, and takes half the time.
"""
ARGUMENTS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    # No test can reach any other machine, whatever the page under test asks for.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
NOT_FOUND = (
    "No Chromium was found, so nothing was looked at. Install the package chromium, or name a "
    "browser in the environment variable CHROMIUM, and run `make test` again."
)


class NoBrowser(Exception):
    """There is no browser to test with; the message says what to do."""


def find_chromium(
    environment: Mapping[str, str], which: Callable[[str], str | None], own: Path
) -> Path:
    """Return the browser to start; `own` is where playwright would keep its own.

    Raises NoBrowser when there is none, for a test that did not run proves nothing.
    """
    if named := environment.get("CHROMIUM"):
        found = which(named)
        if found is None:
            raise NoBrowser(f"CHROMIUM is {named}, which can not be run. {NOT_FOUND}")
        return Path(found)
    for name in NAMES:
        if found := which(name):
            return Path(found)
    if own.is_file():
        return own
    raise NoBrowser(NOT_FOUND)
