"""What a site calls its things: what the settings say of addresses must be fit for them.

Which terms there are, and in which forms, the words of the site's language say; whether those are
here is asked where the words are read.
"""

from collections.abc import Iterator

from site_builder.read.addresses import NAMES, Addresses
from site_builder.read.problems import Problem, nearest
from site_builder.read.theme.terms import ADDRESS
from site_builder.read.types.fields.text import SLUG_LENGTH, is_slug
from site_builder.settings.found import Found
from site_builder.settings.site_settings import Settings


def slips_in_terms(settings: Settings, found: Found) -> Iterator[Problem]:
    """Yield a problem for each term whose address can be none, or is that of something else."""
    usable = {}
    for term, address in settings.addresses.own.items():
        if slip := _no_address(term, address):
            yield found.place("terms", term, ADDRESS).problem(*slip)
        else:
            usable[term] = address
    for term, address in Addresses(usable).shared():
        what = f'`terms.{term}.address` is "{usable[term]}", but /{address} is taken already.'
        fix = "Choose a name that stands in no other address of the site."
        yield found.place("terms", term, ADDRESS).problem(what, fix)


def _no_address(term: str, address: str) -> tuple[str, str] | None:
    """Return why a term can have no such address, and what to do; nothing if it can."""
    name = f"`terms.{term}.address`"
    if term not in NAMES:
        near = nearest(term, NAMES)
        known = f'Did you mean "{near}"?' if near else f"Those that have one: {', '.join(NAMES)}."
        return f"{name} is set, but pages of that name have no address.", known
    if not is_slug(address):
        fix = "Use small letters, numbers and single dashes, at most "
        fix += f"{SLUG_LENGTH} characters, for example: {NAMES[term]}"
        return f'{name} is "{address}", which can not stand in an address.', fix
    return None
