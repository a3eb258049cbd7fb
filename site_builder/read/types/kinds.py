"""The table of content types: which folder holds which, and the words for each."""

from dataclasses import dataclass
from functools import cache

from site_builder.read.types.barrier import Barrier
from site_builder.read.types.case_study import CaseStudy
from site_builder.read.types.council_summary import CouncilSummary
from site_builder.read.types.deliberation import Deliberation
from site_builder.read.types.event import Event
from site_builder.read.types.item import Item
from site_builder.read.types.mandate_letter import MandateLetter
from site_builder.read.types.mission import Mission
from site_builder.read.types.page import Page
from site_builder.read.types.principle import Principle
from site_builder.read.types.registers import Partner, Place, RegisterEntry
from site_builder.read.types.steward import Steward


@dataclass(frozen=True)
class Kind:
    """A content type: its name, its model, and where its files live."""

    name: str
    """What authors call one of them."""
    plural: str
    """What authors call several."""
    model: type[Item] | type[RegisterEntry]
    """The model that its front matter must fit."""
    source: str
    """The folder of its Markdown files, or its register, inside `content/`."""

    @property
    def one(self) -> str:
        """The name with its article, such as "a mission" or "an event"."""
        return f"{'an' if self.name[0] in 'aeiou' else 'a'} {self.name}"


AnyItem = (
    Mission
    | Principle
    | CaseStudy
    | CouncilSummary
    | Steward
    | MandateLetter
    | Deliberation
    | Barrier
    | Event
    | Page
)
"""An item of one of the content types below."""
ITEM_KINDS = (
    Kind("mission", "missions", Mission, "missions"),
    Kind("principle", "principles", Principle, "principles"),
    Kind("case study", "case studies", CaseStudy, "case-studies"),
    Kind("council summary", "council summaries", CouncilSummary, "council"),
    Kind("steward", "stewards", Steward, "stewards"),
    Kind("mandate letter", "mandate letters", MandateLetter, "mandate-letters"),
    Kind("deliberation", "deliberations", Deliberation, "deliberations"),
    Kind("barrier", "barriers", Barrier, "barriers"),
    Kind("event", "events", Event, "events"),
    Kind("page", "pages", Page, "pages"),
)
REGISTER_KINDS = (
    Kind("place", "places", Place, "registers/places.yml"),
    Kind("partner", "partners", Partner, "registers/partners.yml"),
)
KINDS = ITEM_KINDS + REGISTER_KINDS

_BY_NAME = {kind.name: kind for kind in KINDS}
_BY_MODEL = {kind.model: kind for kind in KINDS}


def kind_named(name: str) -> Kind:
    """Return the content type of a name, such as "case study"."""
    return _BY_NAME[name]


def kind_of(item: Item | RegisterEntry) -> Kind:
    """Return the content type that an item belongs to."""
    return _kind_of(type(item))


@cache
def _kind_of(model: type[Item] | type[RegisterEntry]) -> Kind:
    """Return the type of a model, which may be one with the lists of some place."""
    return next(_BY_MODEL[one] for one in model.__mro__ if one in _BY_MODEL)
