"""Ask for one thing until the answer is right; each answer is looked at as it is given."""

from collections.abc import Callable, Sequence
from typing import TypeVar

import click

T = TypeVar("T")

MOST_SHOWN = 12
"""How many choices are shown beside a question; `?` shows all."""
_EVERYTHING = "?"


class WrongAnswer(click.UsageError):
    """An answer that can not be taken; says why, and what to write."""


def ask_until_right(
    question: str,
    is_right: Callable[[str], T],
    *,
    default: str = "",
    choices: Sequence[str] = (),
    given: str | None = None,
) -> T:
    """Return an answer as `is_right` takes it, however often it has to be asked for.

    What was given before is tried first. An empty answer is the default.
    """
    shown = f"{question}{in_words(choices)}"
    while True:
        answer = given if given is not None else _prompt(shown, default)
        given = None
        if answer.strip() == _EVERYTHING and choices:
            click.echo(", ".join(choices))
            continue
        try:
            return is_right(answer)
        except WrongAnswer as wrong:
            click.echo(wrong.message)


def in_words(choices: Sequence[str]) -> str:
    """Return some choices as they stand beside a question."""
    if not choices:
        return ""
    more = len(choices) - MOST_SHOWN
    rest = f" and {more} more, {_EVERYTHING} shows all" if more > 0 else ""
    return f" ({', '.join(choices[:MOST_SHOWN])}{rest})"


def _prompt(question: str, default: str) -> str:
    end = ": " if question[-1:] not in tuple("?)") else " "
    answer: str = click.prompt(
        question, default=default, show_default=bool(default), prompt_suffix=end
    )
    return answer
