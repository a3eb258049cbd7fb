"""The demonstration site, built once for all that is looked up in its pages."""

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.conftest import SiteFolder

PROJECT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    """Return the files of the demonstration site."""
    folder = tmp_path_factory.mktemp("demonstration")
    for part in ("content", "themes"):
        shutil.copytree(PROJECT / part, folder / part)
    shutil.copy(PROJECT / "mkdocs.yml", folder)
    site = SiteFolder(folder)
    site.build()
    return site.files()
