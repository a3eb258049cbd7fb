"""Words for which there is a plainer one, with what to write instead.

The list is our own. It follows what public style guidance has in common: say it as people say it,
and name people as they name themselves.
"""

from collections.abc import Mapping

USE: Mapping[str, tuple[str, ...]] = {
    "use": (
        *("utilise", "utilises", "utilised", "utilising", "utilisation of"),
        *("utilize", "utilizes", "utilized", "utilizing", "utilization of", "make use of"),
        *("leverage the", "leveraging", "leverages", "leveraged"),
    ),
    "to": ("in order to", "so as to", "with a view to"),
    "before": ("prior to", "in advance of"),
    "after": ("subsequent to", "in the aftermath of"),
    "about": (
        *("with regard to", "with regards to", "with respect to", "in relation to"),
        *("in respect of", "pertaining to", "in connection with"),
    ),
    "start": ("commence", "commences", "commenced", "commencing", "commencement"),
    "end": ("terminate", "terminates", "terminated", "terminating"),
    "from now on": ("going forward", "moving forward,"),
    "now": ("at this point in time", "at the present time", "at this moment in time"),
    "then": ("at that point in time",),
    "because": ("due to the fact that", "owing to the fact that", "in view of the fact that"),
    "if": ("in the event that", "in the event of"),
    "although": ("despite the fact that", "in spite of the fact that"),
    "can": ("has the ability to", "have the ability to", "is able to", "are able to"),
    "must": ("is required to", "are required to"),
    "most": ("the majority of", "the vast majority of"),
    "more than": ("in excess of",),
    "enough": ("a sufficient number of", "a sufficient amount of"),
    "many": ("a large number of", "a multitude of", "numerous", "a plethora of"),
    "for": ("for the purpose of", "for the purposes of"),
    "by": ("by means of", "by virtue of"),
    "often": ("on a regular basis", "on a frequent basis"),
    "every day": ("on a daily basis",),
    "every week": ("on a weekly basis",),
    "every month": ("on a monthly basis",),
    "every year": ("on an annual basis", "on a yearly basis"),
    "find out": ("ascertain", "ascertained", "ascertaining"),
    "try": ("endeavour to", "endeavours to", "endeavor to", "endeavors to"),
    "while": ("whilst",),
    "among": ("amongst",),
    "show": ("evidences that", "is demonstrative of"),
    "speed up": ("expedite", "expedites", "expedited", "expediting"),
    "for example": ("e.g.",),
    "that is": ("i.e.",),
    "encourage": ("incentivise", "incentivised", "incentivize", "incentivized", "incentivizing"),
    "put into practice": ("operationalise", "operationalised", "operationalize", "actioned"),
    "what was learned": ("learnings", "key learnings"),
    "think of ideas": ("ideate", "ideating"),
    "work together": ("synergise", "synergize", "synergies", "synergy"),
    "talk to": ("touch base with", "circle back to", "circle back with"),
    "a close look": ("deep dive", "deep-dive", "deep dives"),
    "new way": ("paradigm shift",),
    "whole": ("holistic",),
    "best": ("best-in-class", "best of breed", "best-of-breed"),
    "disabled people": ("the disabled", "the handicapped", "handicapped people"),
    "older people": ("the elderly", "old age pensioners"),
    "people who have no home": ("the homeless",),
    "a person who uses a wheelchair": ("wheelchair-bound", "confined to a wheelchair"),
    "has": ("suffers from", "is afflicted with"),
    "without this condition": ("able-bodied",),
    "staff": ("manpower",),
    "staffed": ("manned by",),
}
"""What to write, with what it stands for. One who sees one of the second writes the first."""

SAY: Mapping[str, tuple[str, ...]] = {
    'Write "help" or "run", or say what was done.': (
        *("facilitate", "facilitates", "facilitated", "facilitating"),
    ),
    "Say what can be done first.": ("low-hanging fruit", "quick wins"),
    "Say who they are.": ("key stakeholders", "relevant stakeholders", "hard-to-reach groups"),
    "Say what it does.": ("one-stop shop", "one-stop-shop", "silver bullet"),
    "Say what was done.": ("blue-sky thinking", "thought leadership", "move the needle"),
}
"""What to do where no other word stands for it."""


def _pairs() -> Mapping[str, str]:
    plainer = {phrase: f'Write "{word}".' for word, phrases in USE.items() for phrase in phrases}
    return plainer | {phrase: fix for fix, phrases in SAY.items() for phrase in phrases}


PLAINER = _pairs()
"""Each phrase, with how to put it right."""
