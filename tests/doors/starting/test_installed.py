"""A record is built with the product that began it."""

import json
from importlib.metadata import Distribution, version
from pathlib import Path

import pytest

from site_builder.doors.starting.installed import NAME, requirement, this_product

REPOSITORY = "https://git.example.org/owner/mission-stories"
COMMIT = {"vcs": "git", "commit_id": "0123abcd", "requested_revision": "main"}
ORIGINS = {
    "none": (None, f"{NAME}==1.2.3"),
    "folder": ({"url": "file:///home/a/copy", "dir_info": {}}, f"{NAME}==1.2.3"),
    "wheel": ({"url": "file:///a.whl", "archive_info": {}}, f"{NAME}==1.2.3"),
    "commit": ({"url": REPOSITORY, "vcs_info": COMMIT}, f"{NAME} @ git+{REPOSITORY}@0123abcd"),
}


@pytest.mark.parametrize("origin", ORIGINS)
def test_requirement_names_where_the_product_came_from(tmp_path: Path, origin: str) -> None:
    """A commit is named, and no folder of this machine ever is."""
    given, named = ORIGINS[origin]
    (tmp_path / "METADATA").write_text(f"Name: {NAME}\nVersion: 1.2.3\n", "utf-8")
    if given is not None:
        (tmp_path / "direct_url.json").write_text(json.dumps(given), "utf-8")
    assert requirement(Distribution.at(tmp_path)) == named


def test_this_product_has_a_requirement() -> None:
    """What runs the tests can be named."""
    assert this_product() == f"{NAME}=={version(NAME)}"
