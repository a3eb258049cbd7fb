"""The facts of a place that a body sets: its nations, its lists of kinds, its clocks and its year.

They are those of the United Kingdom where nobody says otherwise. The lists are closed all the
same: a type whose list a body sets is a model of its own, so that whatever reads models, from the
check to the columns of the data, knows that list and no other.
"""

import copyreg
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Literal, get_args

from pydantic import BaseModel, create_model
from pydantic._internal._model_construction import ModelMetaclass  # its class, to make another of

from site_builder.read.types.barrier import Barrier, BarrierKind
from site_builder.read.types.kinds import Kind
from site_builder.read.types.registers import (
    WHOLE_COUNTRY,
    Nation,
    Partner,
    PartnerKind,
    Place,
    Tier,
)
from site_builder.read.types.steward import Steward, StewardKind


@dataclass(frozen=True)
class Facts:
    """What is so at the place that a site is of."""

    country: str = WHOLE_COUNTRY
    """What stands for the nation where a story is of all of them."""
    nations: tuple[str, ...] = get_args(Nation)
    """The first level under the country, in the order of lists, and the country itself."""
    capital: str | None = "London"
    """The region of the capital, where stories are counted that come from beyond it."""
    outline: str = WHOLE_COUNTRY
    """Whose outline the map has."""
    tiers: tuple[str, ...] = get_args(Tier)
    partner_kinds: tuple[str, ...] = get_args(PartnerKind)
    steward_kinds: tuple[str, ...] = get_args(StewardKind)
    barrier_kinds: tuple[str, ...] = get_args(BarrierKind)
    time_zone: str = "Europe/London"
    year_starts: int = 1
    """The month with which the first quarter begins."""
    quiet_weeks: int = 26
    """After how many weeks without a story a mission is said to be silent: a story early in one
    quarter and the next late in the quarter after it keep the cadence, and stand nearly so far
    apart."""


DEFAULT = Facts()


def _lists(facts: Facts) -> Mapping[type[BaseModel], Mapping[str, tuple[str, ...]]]:
    """Return each closed list that a body sets, by the model and the field that has it."""
    return {
        Place: {"nation": facts.nations, "tier": facts.tiers},
        Partner: {"kind": facts.partner_kinds},
        Steward: {"kind": facts.steward_kinds},
        Barrier: {"kind": facts.barrier_kinds},
    }


@cache
def kind_for(kind: Kind, facts: Facts) -> Kind:
    """Return a content type with the closed lists of a place."""
    changed = {
        name: choices
        for name, choices in _lists(facts).get(kind.model, {}).items()
        if choices != _lists(DEFAULT)[kind.model][name]
    }
    return replace(kind, model=_model(kind.model, tuple(changed.items()))) if changed else kind


class _OfPlace(ModelMetaclass):
    """What makes models with the lists of a place; they can be kept on the disk as others can."""


@cache
def _model(model: type[Any], lists: tuple[tuple[str, tuple[str, ...]], ...]) -> type[Any]:
    """Return a model that is the same, but for the lists that some of its fields are chosen from.

    A place need not say its nation where there is but one.
    """
    fields: dict[str, Any] = {}
    for name, choices in lists:
        known = model.model_fields[name]
        field = known._copy()  # noqa: SLF001 - the library copies a field in no other way
        field.description = _described(known.description or "", known.annotation, choices)
        if not known.is_required():
            fields[name] = (Literal[choices] | None, field)
        elif name == "nation" and len(choices) <= 2:
            field.default = choices[0]
            fields[name] = (Literal[choices], field)
        else:
            fields[name] = (Literal[choices], field)
    made: type[Any] = create_model(
        model.__name__,
        __base__=model,
        __doc__=model.__doc__,
        __cls_kwargs__={"metaclass": _OfPlace},
        **fields,
    )
    _MADE_OF[made] = (model, lists)
    return made


_MADE_OF: dict[type[Any], tuple[type[Any], tuple[tuple[str, tuple[str, ...]], ...]]] = {}
"""What each model with the lists of a place was made of, by which another process makes it."""


def _kept(made: type[Any]) -> tuple[Any, ...]:
    return _model, _MADE_OF[made]


copyreg.pickle(_OfPlace, _kept)


def _described(text: str, annotation: Any, choices: tuple[str, ...]) -> str:
    """Return what is said of a field; where that names every choice, it names those there are."""
    known = [one for one in get_args(annotation) if isinstance(one, str)]
    if not known or not all(choice in text for choice in known):
        return text
    *most, last = choices
    return f"{', '.join(most)} or {last}." if most else f"{last}."
