"""What is raised when settings can not be used."""

from collections.abc import Iterable

from site_builder.read.problems import Problem, in_order


class SettingsError(Exception):
    """Settings that can not be used; carries a problem for each, all of them together."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = in_order(problems)
        super().__init__("\n".join(f"{_at(one)}: {one.what} {one.fix}" for one in self.problems))


def _at(problem: Problem) -> str:
    return f"{problem.path}:{problem.position.line}"
