"""A site is built once in a run, by whoever comes first; who comes later gets the same."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

from tests.browser.shared import build_shared
from tests.browser.sites import BuiltSite


def test_site_that_two_ask_for_is_built_once(tmp_path: Path) -> None:
    """Two that come at the same time build one site each, and both get both."""
    built, both_in = [], Barrier(2, timeout=10)

    def build(folder: Path) -> BuiltSite:
        both_in.wait()
        built.append(folder.name)
        return BuiltSite(folder / "site", {"index.html": folder.name})

    builders = {"one": build, "other": build}
    with ThreadPoolExecutor(2) as threads:
        asked = [threads.submit(build_shared, builders, tmp_path) for _ in range(2)]
        first, second = (one.result() for one in asked)
    assert sorted(built) == ["one", "other"]
    assert first == second
    assert first["one"] == BuiltSite(tmp_path / "one" / "site", {"index.html": "one"})
