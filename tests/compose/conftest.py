"""Sites to look at: a small one for each test, and the demonstration, built once for all."""

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.conftest import SiteFolder
from tests.shown import ShownFolder

PROJECT = Path(__file__).parent.parent.parent


@pytest.fixture
def site(site: SiteFolder) -> ShownFolder:
    """Return a copy of the small site, of which what is looked at is rendered."""
    return ShownFolder(site.root)


@pytest.fixture
def empty_site(empty_site: SiteFolder) -> ShownFolder:
    """Return a folder with settings and no content, of which what is looked at is rendered."""
    return ShownFolder(empty_site.root)


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    """Return the files of the demonstration site; what is looked at is rendered."""
    folder = tmp_path_factory.mktemp("demonstration")
    for part in ("content", "themes"):
        shutil.copytree(PROJECT / part, folder / part)
    shutil.copy(PROJECT / "mkdocs.yml", folder)
    site = ShownFolder(folder)
    site.build()
    return site.files()
