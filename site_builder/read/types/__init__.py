"""The content types: one frozen model each, and the table that says which folder holds which.

Every field has one sentence of description. The reference page, the JSON Schema and the
messages to authors are made from these models and from nothing else.
"""

from site_builder.read.types.barrier import Barrier
from site_builder.read.types.case_study import CaseStudy
from site_builder.read.types.council_summary import CouncilSummary
from site_builder.read.types.deliberation import Deliberation
from site_builder.read.types.event import Event
from site_builder.read.types.item import Item
from site_builder.read.types.kinds import (
    ITEM_KINDS,
    KINDS,
    REGISTER_KINDS,
    AnyItem,
    Kind,
    kind_named,
)
from site_builder.read.types.mandate_letter import MandateLetter
from site_builder.read.types.mission import Mission
from site_builder.read.types.page import Page
from site_builder.read.types.principle import Principle
from site_builder.read.types.registers import Partner, Place, RegisterEntry
from site_builder.read.types.steward import Steward

__all__ = [
    "ITEM_KINDS",
    "KINDS",
    "REGISTER_KINDS",
    "AnyItem",
    "Barrier",
    "CaseStudy",
    "CouncilSummary",
    "Deliberation",
    "Event",
    "Item",
    "Kind",
    "MandateLetter",
    "Mission",
    "Page",
    "Partner",
    "Place",
    "Principle",
    "RegisterEntry",
    "Steward",
    "kind_named",
]
