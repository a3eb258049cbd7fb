"""What things are called: titles, days and links in the words of the interface."""

import datetime as dt
from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import Any

from site_builder.compose.views.dates import long_date, partial_date, quarter_label
from site_builder.compose.views.page import Link
from site_builder.read.addresses import Addresses
from site_builder.read.theme.words import Words
from site_builder.read.types import AnyItem, CouncilSummary, RegisterEntry
from site_builder.read.types.fields.dates import Quarter
from site_builder.relate.council.commitments import Commitment

Titled = AnyItem | Commitment | RegisterEntry
"""Whatever has a title and an address."""


class Naming(ABC):
    """The ways to call things, for whoever has the words of the interface."""

    @property
    @abstractmethod
    def words(self) -> Words:
        """The words of the interface."""

    @property
    @abstractmethod
    def addresses(self) -> Addresses:
        """Where everything stands on the site."""

    def say(self, key: str, **values: Any) -> str:
        """Return words of the interface as plain text; see `Words.say`."""
        return self.words.say(key, **values)

    def day(self, day: dt.date) -> str:
        """Return a day in words."""
        return long_date(self.words, day)

    def part_of_time(self, text: str) -> str:
        """Return as much of a date as is known in words."""
        return partial_date(self.words, text)

    def quarter(self, quarter: Quarter) -> str:
        """Return a quarter in words."""
        return quarter_label(self.words, quarter)

    def title_of(self, thing: Titled) -> str:
        """Return the title of a thing; a council summary is called by its quarter."""
        if isinstance(thing, CouncilSummary):
            return self.say("council.title", quarter=self.quarter(thing.quarter))
        return thing.title

    def link_to(self, thing: Titled) -> Link:
        """Return a link with the title of a thing as its words."""
        return Link(self.title_of(thing), self.addresses.of(thing))

    def mention_of(self, council: CouncilSummary) -> Link:
        """Return a link to a meeting for use inside a sentence."""
        words = self.say("council.mention", quarter=self.quarter(council.quarter))
        return Link(words, self.addresses.of(council))

    def quarter_link(self, quarter: Quarter) -> Link:
        """Return a link to the page of a quarter."""
        return Link(self.quarter(quarter), self.addresses.at("quarter", quarter.slug))

    def section_link(self, kind: str) -> Link:
        """Return a link to the list of all things of a kind."""
        return Link(self.say(f"sections.{kind.replace(' ', '_')}"), self.addresses.section(kind))

    def reason(self, shares: Sequence[str]) -> str:
        """Return why a story is related: same place; same principle and partner."""
        shared = [self.say(f"related.{kind}") for kind in reversed(shares)]
        return self.say("related.same", what=self.say("related.and").join(shared))

    @property
    def home(self) -> Link:
        """The first step of every trail."""
        return Link(self.say("sections.home"), "")
