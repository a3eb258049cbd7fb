"""Files that were not fetched: what git has in their place says where they are, and no more."""

from site_builder.read.problems import Position, Problem

_LONGEST = 1024
_POINTERS = (
    (b"version https://git-lfs.github.com/spec/", "Git LFS", "git lfs pull"),
    (b"version https://hawser.github.com/spec/", "Git LFS", "git lfs pull"),
    (b"/annex/objects/", "git-annex", "git annex get"),
)
"""What a pointer begins with, who left it, and the command that fetches the file itself."""


def not_fetched(path: str, data: bytes) -> Problem | None:
    """Return what is wrong with a file of which only a pointer is here; nothing for any other."""
    for start, keeper, command in _POINTERS if len(data) <= _LONGEST else ():
        if data.startswith(start):
            what = f"The file was not fetched from {keeper}; what is here only says where it is."
            fix = (
                f"Run `{command}` in this folder. The file itself is safe: leave it as it is. "
                "On a build server, let the step that checks out the files fetch them too."
            )
            return Problem(path, Position(), "not-fetched", what, fix)
    return None
