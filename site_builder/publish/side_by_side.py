"""Files that take long to make: taken from the cache, or made by a pool of threads.

The library that encodes images lets go of Python's lock while it does, so threads are enough.
Neither the number of threads nor the cache is seen in the bytes or in their order.
"""

import os
import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor

from site_builder.compose.output import Output
from site_builder.publish.render_cache import RenderCache
from site_builder.publish.renderer import Writer

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


def make(
    outputs: Iterable[Keyed], writers: Mapping[str, Writer], cache: RenderCache, workers: int
) -> Iterator[Made]:
    """Yield the bytes of each output, those that the cache has before those to be made.

    `writers` has the writer of each output's template.
    """
    missing = []
    for output, key in outputs:
        if (data := cache.get(key)) is None:
            missing.append((output, key))
        else:
            yield output.path, key, data
    for output, key, data in _made(_batches(missing), writers, workers):
        cache.put(key, data)
        yield output.path, key, data


def _batches(outputs: Iterable[Keyed]) -> Sequence[Sequence[Keyed]]:
    batches: dict[tuple[str, str], list[Keyed]] = {}
    for output, key in outputs:
        batch = output.template, getattr(output.inputs, "batch", output.path)
        batches.setdefault(batch, []).append((output, key))
    return tuple(batches.values())


def _made(
    batches: Sequence[Sequence[Keyed]], writers: Mapping[str, Writer], workers: int
) -> Iterator[tuple[Output, str, bytes]]:
    def write(batch: Sequence[Keyed]) -> list[bytes]:
        return writers[batch[0][0].template]([output.inputs for output, _key in batch])

    with ThreadPoolExecutor(workers) as pool, warnings.catch_warnings():
        # What the image library thinks of a file was told to its author, where it matters.
        warnings.simplefilter("ignore")
        # Left early, `map` drops the batches that no thread has begun.
        for batch, written in zip(batches, pool.map(write, batches), strict=True):
            for (output, key), data in zip(batch, written, strict=True):
                yield output, key, data
