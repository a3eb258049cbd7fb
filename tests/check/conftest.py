"""The site of the tests of checks: what is looked at is rendered, and the rest is not."""

import pytest

from tests.conftest import SiteFolder
from tests.shown import ShownFolder


@pytest.fixture
def site(site: SiteFolder) -> ShownFolder:
    """Return a copy of the small site, of which what is looked at is rendered."""
    return ShownFolder(site.root)
