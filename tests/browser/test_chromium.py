"""The browser under test is found where systems keep it; none at all is a failure, not a pass."""

from pathlib import Path

import pytest

from tests.browser.chromium import NoBrowser, find_chromium

NOWHERE = Path("/nowhere/chrome")


def test_chromium_of_the_environment_comes_before_the_systems() -> None:
    """CHROMIUM names the browser to use."""
    found = find_chromium({"CHROMIUM": "/opt/mine"}, lambda name: name, NOWHERE)
    assert found == Path("/opt/mine")


def test_chromium_under_another_name_is_found() -> None:
    """Systems call it by different names."""
    known = {"google-chrome": "/usr/bin/google-chrome"}
    assert find_chromium({}, known.get, NOWHERE) == Path("/usr/bin/google-chrome")


def test_chromium_of_playwright_is_the_last_resort(tmp_path: Path) -> None:
    """Without one of the system's, the one that playwright downloaded is used."""
    own = tmp_path / "chrome"
    own.touch()
    assert find_chromium({}, lambda name: None, own) == own


@pytest.mark.parametrize("environment", [{}, {"CHROMIUM": "not-there"}])
def test_chromium_that_is_nowhere_fails_and_says_what_to_do(environment: dict[str, str]) -> None:
    """The message names the remedy and the command to run again."""
    with pytest.raises(NoBrowser, match="make test"):
        find_chromium(environment, lambda name: None, NOWHERE)
