"""Put a staged site in its place, by the way that the folder allows."""

from collections.abc import Collection
from pathlib import Path
from typing import Literal

from site_builder.publish.place.mark import MARK
from site_builder.publish.place.ownership import Standing
from site_builder.publish.place.staging import Staging
from site_builder.publish.place.swap import Immovable, swap_in
from site_builder.publish.place.update import update
from site_builder.publish.place.workshop import Workshop

Way = Literal["exchanged", "updated in place"]


def gone(standing: Standing, paths: Collection[str]) -> tuple[str, ...]:
    """Return the files of the last site that one with these paths does not have, in order."""
    return tuple(sorted(standing.ours - set(paths) - {MARK}))


def put_in_place(
    shop: Workshop, target: Path, standing: Standing, staging: Staging, removed: Collection[str]
) -> Way:
    """Put the site of a workshop in the place of the one in the target, and say how."""
    if staging.is_whole:
        try:
            swap_in(shop, target, lambda path: path in standing.ours)
        except Immovable:
            pass
        else:
            return "exchanged"
    update(shop, target, staging.added, staging.changed, removed, ours=standing.ours)
    return "updated in place"
