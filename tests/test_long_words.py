"""A word without end in any plain text costs what its letters cost, and no more."""

import re
import sys
from pathlib import Path
from types import FrameType

import pytest

from site_builder.build import Progress, prepare
from site_builder.read.scan import LARGEST
from tests.conftest import SiteFolder

FIELDS = [
    *("title", "summary", "need", "change", "tried", "happened", "next", "unknown", "how", "text"),
    *("for_whom", "permission", "try_this", "statement", "note", "owner", "chair", "role", "quote"),
    *("who", "question", "answer", "because", "name"),
]
"""The fields of plain text that the small site has."""


def lengthen(site: SiteFolder, word: str) -> dict[str, int]:
    """Put a word at the end of every plain text, and return how often each field got one."""
    line = re.compile(rf"^(\s*(?:- )?)({'|'.join(FIELDS)}): ([^\n]*?)(\.?)$", re.M)
    inline = re.compile(rf"\b({'|'.join(FIELDS)}): ([^,}}\n]+)")
    counts: dict[str, int] = {}

    def longer(found: re.Match[str]) -> str:
        counts[found[1]] = counts.get(found[1], 0) + 1
        return f"{found[1]}: {found[2].rstrip('.')} {word}"

    for path in (*site.root.rglob("content/*/*.md"), *site.root.rglob("content/registers/*.yml")):
        text = path.read_text("utf-8")
        top, fence, body = text[4:].partition("\n---\n") if path.suffix == ".md" else (text, "", "")
        top = "\n".join(
            row if line.match(row) is None and "{" not in row else inline.sub(longer, row)
            for row in top.split("\n")
        )
        start, end = ("---\n", f"\n\n{word}\n\n## {word}\n") if fence else ("", "")
        assert len(top) + len(body) < LARGEST[path.suffix]
        path.write_text(f"{start}{top}{fence}{body}{end}", "utf-8")
    return counts


def calls_of_build(site: SiteFolder) -> int:
    """Return how many functions are called to make a site ready."""
    count = 0

    def count_one(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event == "call"

    sys.setprofile(count_one)
    try:
        prepare(site.settings(), strict=False, progress=Progress())
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.slow
def test_steps_grow_no_faster_than_the_letters(site: SiteFolder, tmp_path: Path) -> None:
    """Ten times the letters in every plain text are at most ten times the calls."""
    (site.root / "content/permanent.tsv").unlink(missing_ok=True)
    texts = site.files("content")
    counts = lengthen(site, "w" * 1_000)
    assert {"title", "summary", "name", "text", "quote"} <= counts.keys()
    calls_of_build(site)  # Whatever is worked out once in a process is, from here on.
    before = calls_of_build(site)
    for path, data in texts.items():
        site.write(f"content/{path}", data)
    assert lengthen(site, "v" * 10_000) == counts
    assert calls_of_build(site) < 10 * before
