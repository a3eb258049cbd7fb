"""Make the page of the handbook on what authors can write, from the examples that are tested.

python -m tests.read.prose.what_you_can_write
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

EXAMPLES = Path(__file__).parent / "examples.yml"
PAGE = Path(__file__).parents[3] / "docs" / "authors" / "what-you-can-write.md"
_STORY = "content/case-studies/night-nurses.md"
_HEAD = """\
# What you can write

The text under the front matter is Markdown, as GitHub and most other tools read it.
Here is all of it, with an example of each.
What means something only to another tool is named by `missions check`.
"""


@dataclass(frozen=True)
class Example:
    """Something that authors can write, and what it becomes."""

    title: str
    about: str
    text: str
    shows: list[str]
    is_common: bool = True
    """False for what CommonMark does not know and takes for something else."""

    def __str__(self) -> str:
        return self.title


def examples() -> list[Example]:
    """Return every example, in the order of the page."""
    read = yaml.safe_load(EXAMPLES.read_text("utf-8"))
    return [Example(**one) for one in read]


def page(given: Sequence[Example]) -> str:
    """Return the page as Markdown, one sentence on a line."""
    return _HEAD + "".join(_section(one) for one in given)


def _section(one: Example) -> str:
    sentences = "\n".join(_sentences(one.about))
    sample = f"<!-- body: {_STORY} -->\n```markdown\n{one.text}```\n"
    return f"\n## {one.title}\n\n{sentences}\n\n{sample}"


def _sentences(about: str) -> Iterator[str]:
    parts = about.split(". ")
    yield from (f"{part}." for part in parts[:-1])
    yield parts[-1]


if __name__ == "__main__":
    PAGE.write_text(page(examples()), "utf-8", newline="\n")
