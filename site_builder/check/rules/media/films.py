"""Films and sound can be read too."""

import re
from collections.abc import Iterator

from site_builder.check.rules.links.places import place_of
from site_builder.check.rules.rule import ANY, Found, Rule, found
from site_builder.check.rules.writing import Writing
from site_builder.read.prose.videos import HOSTS, host_of_video

_SAID = re.compile(
    r"\b(?:transcripts?|captions?|captioned|subtitles?|subtitled|sign(?:ed| language)"
    r"|trawsgrifiad)\b",
    re.I,
)
_MAY_BE_FILM = re.compile(r"youtu|vimeo|\.(?:mp4|webm|mov|m4v|avi)\b", re.I)
_SOUND = re.compile(r"\.(?:mp3|m4a|ogg|wav|opus)(?:$|[?#])", re.I)
_FILM_FILE = re.compile(r"\.(?:mp4|webm|mov|m4v|avi)(?:$|[?#])", re.I)


def films(writing: Writing) -> Iterator[Found]:
    """Yield each link to a film of a text that speaks of no transcript and no captions."""
    if not _MAY_BE_FILM.search(writing.source.body):
        return
    links = writing.item.prose.links
    of_films = [one for one in links if _is_film(one.address)]
    if of_films and not _is_said(writing):
        one = of_films[0]
        yield found(place_of(writing, one), where=_where(one.address))


def sound(writing: Writing) -> Iterator[Found]:
    """Yield each link to sound of a text that speaks of no transcript."""
    for one in writing.item.prose.links:
        if _SOUND.search(one.address) and not _is_said(writing):
            yield found(place_of(writing, one))


def _is_film(address: str) -> bool:
    return bool(_FILM_FILE.search(address) or host_of_video(address))


def _where(address: str) -> str:
    host = host_of_video(address)
    return f"a film on {HOSTS[host]}" if host else "a film"


def _is_said(writing: Writing) -> bool:
    return bool(_SAID.search(writing.source.body))


RULES = (
    Rule(
        id="video-without-transcript",
        grade="hint",
        asks="Where a text leads to films, it says whether they have captions or a transcript.",
        what="This leads to {where}, and nothing says whether it has captions or a transcript.",
        fix="Add {{transcript=address}} right after the link; or say that the film has captions.",
        because="WCAG 2.2, 1.2.2 and 1.2.3.",
        find=films,
        languages=ANY,
    ),
    Rule(
        id="sound-without-transcript",
        grade="hint",
        asks="Where a text leads to sound, it leads to a transcript as well.",
        what="This leads to sound, and nothing in the text leads to a transcript.",
        fix="Write beside it: [Transcript](address)",
        because="WCAG 2.2, 1.2.1.",
        find=sound,
        languages=ANY,
    ),
)
