"""Files that take long to make: taken from the cache, or made by a pool of threads.

The library that encodes images lets go of Python's lock while it does, so threads are enough.
Neither the number of threads nor the cache is seen in the bytes or in their order.
"""

import os
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor

from site_builder.compose.output import Output
from site_builder.publish.render_cache import RenderCache
from site_builder.publish.renderer import COSTLY

MOST_WORKERS = 8
"""Each may hold an unpacked image of some 100 MB."""

Keyed = tuple[Output, str]
"""An output and its key."""
Made = tuple[str, str, bytes]
"""A file's path, its key and its bytes."""


def usable_processors() -> int:
    """Return how many threads are worth starting on this machine."""
    try:
        count = len(os.sched_getaffinity(0))
    except AttributeError:  # not on Linux
        count = os.cpu_count() or 1
    return min(count, MOST_WORKERS)


def make(outputs: Iterable[Keyed], cache: RenderCache, workers: int) -> Iterator[Made]:
    """Yield the bytes of each output, those that the cache has before those to be made."""
    missing = []
    for output, key in outputs:
        if (data := cache.get(key)) is None:
            missing.append((output, key))
        else:
            yield output.path, key, data
    yield from _made(_batches(missing), cache, workers)


def _batches(outputs: Iterable[Keyed]) -> Sequence[Sequence[Keyed]]:
    batches: dict[tuple[str, str], list[Keyed]] = {}
    for output, key in outputs:
        batch = output.template, getattr(output.inputs, "batch", output.path)
        batches.setdefault(batch, []).append((output, key))
    return tuple(batches.values())


def _made(batches: Sequence[Sequence[Keyed]], cache: RenderCache, workers: int) -> Iterator[Made]:
    with ThreadPoolExecutor(workers) as pool, warnings.catch_warnings():
        # What the image library thinks of a file was told to its author, where it matters.
        warnings.simplefilter("ignore")
        # Left early, `map` drops the batches that no thread has begun.
        for batch, written in zip(batches, pool.map(_write, batches), strict=True):
            for (output, key), data in zip(batch, written, strict=True):
                cache.put(key, data)
                yield output.path, key, data


def _write(batch: Sequence[Keyed]) -> list[bytes]:
    writer: Callable[[Sequence[object]], list[bytes]] = COSTLY[batch[0][0].template]
    return writer([output.inputs for output, _key in batch])
