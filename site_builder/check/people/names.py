"""A real name stands nowhere beside the pseudonym that hides it.

Files of content are public as a rule, like the pages made from them. So a consent for somebody
whom the page calls otherwise never says their name: it says the pseudonym, or where the paper is
kept, such as form 12.
"""

from collections.abc import Iterator
from itertools import pairwise

from site_builder.read.content import Content
from site_builder.read.problems import Problem
from site_builder.read.source import Loc, Source
from site_builder.read.types import CaseStudy
from site_builder.read.types.case_study import Voice
from site_builder.relate.people.consent import image_uses
from site_builder.relate.visibility import Viewer

_PAPER = (
    "Write the pseudonym or the role here, or where the form is kept, such as: form 12 "
    "(with small letters). The real name belongs on paper, and not in this file."
)
_WHOSE = "Name the consent that this person gave, or correct `who`."
_APART = "Give each voice the consent of its own person; keep the name, or the pseudonym, not both."
_FACE = "Leave the image out, unless this person agreed that both may be shown."


def names_given_away(content: Content, _viewer: Viewer) -> Iterator[Problem]:
    """Yield each consent that gives away the name of somebody who is called otherwise."""
    forms: dict[str, Voice] = {}
    for item in content.items:
        source = content.sources[item.path]
        if isinstance(item, CaseStudy):
            yield from _voices(item, source, forms)
            yield from _faces(item, source)


def is_reference(who: str) -> bool:
    """Tell whether a text says where a form is kept: it has a number and no word like a name."""
    is_named = any(one.isupper() and other.islower() for one, other in pairwise(who))
    return any(letter.isdigit() for letter in who) and not is_named


def _voices(story: CaseStudy, source: Source, forms: dict[str, Voice]) -> Iterator[Problem]:
    listed = {one.id: (number, one.who) for number, one in enumerate(story.consent)}
    for number, voice in enumerate(story.voices):
        if voice.consent not in listed:
            continue
        which, who = listed[voice.consent]
        whose: Loc = ("consent", which, "who")
        loc: Loc = ("voices", number, "consent") if voice.name else whose
        if is_reference(who):
            # A number of a form means one person in every file of the site.
            if _are_two_people(voice, forms.setdefault(who.casefold(), voice)):
                what = f'{_number(number)} has the consent "{who}" of somebody called otherwise.'
                yield source.problem(source.position_of(loc), "name-given-away", what, _APART)
        elif who.casefold() != _called(voice).casefold():
            what = f'{_number(number)} is of "{_called(voice)}", and its consent is of "{who}".'
            fix = _WHOSE if voice.name else _PAPER
            yield source.problem(source.position_of(loc), "name-given-away", what, fix)


def _number(number: int) -> str:
    return f"Number {number + 1} of `voices`"


def _are_two_people(one: Voice, other: Voice) -> bool:
    """Tell whether two voices can not be one person, or may not be known as one."""
    made_up = {voice.pseudonym for voice in (one, other) if voice.pseudonym}
    return one.name != other.name or len(made_up) > 1


def _called(voice: Voice) -> str:
    """Return what the page calls somebody."""
    return voice.name or voice.pseudonym or voice.role


def _faces(story: CaseStudy, source: Source) -> Iterator[Problem]:
    """Yield each consent that shows the face of somebody whose name is hidden."""
    hidden = {voice.consent for voice in story.voices if voice.consent and not voice.name}
    shown = {one for use in image_uses(story) for one in use.people or ()}
    for number, consent in enumerate(story.consent):
        if consent.id in hidden and consent.id in shown:
            what = f'An image shows the face of "{consent.who}", whose name is withheld.'
            at = source.position_of(("consent", number))
            yield source.problem(at, "name-given-away", what, _FACE, "warning")
