"""What pip installs to have this very product: its version, or the commit that it came from."""

import json
from importlib.metadata import Distribution, distribution

NAME = "mission-stories"


def this_product() -> str:
    """Return the requirement that stands for the product that is running."""
    return requirement(distribution(NAME))


def requirement(product: Distribution) -> str:
    """Return the requirement of an installed product.

    One that pip took from a repository of versions is named by its commit there; a folder on this
    machine is no place for others to install from, so that one is named by its version.
    """
    origin = json.loads(product.read_text("direct_url.json") or "{}")
    if commit := origin.get("vcs_info"):
        return f"{NAME} @ {commit['vcs']}+{origin['url']}@{commit['commit_id']}"
    return f"{NAME}=={product.version}"
