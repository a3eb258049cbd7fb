"""What is wrong with a brand: a file of it, or a colour that can not be read."""

from collections.abc import Iterator

from site_builder.read.brand.files import BrandFiles, read_brand_files
from site_builder.read.problems import Position, Problem
from site_builder.read.theme.colours import (
    AAA,
    CARD,
    DARK_CARD,
    DARK_PAPER,
    PAPER,
    contrast,
    is_legible,
    is_legible_in_the_dark,
    nearest_legible,
    nearest_legible_in_the_dark,
)
from site_builder.settings.found import Found
from site_builder.settings.site_settings import Settings

_RULE = "brand"


def brand_files(settings: Settings) -> BrandFiles:
    """Return what the files of a brand hold; that they can be used is known by now."""
    brand = settings.brand
    logos, fonts = (tuple(path for _, path in one) for one in (brand.emblems, brand.letters))
    return read_brand_files(settings.root, logos, fonts)[0]


def wrong_brand(settings: Settings, found: Found) -> Iterator[Problem]:
    """Yield what is wrong with the brand, each where it is written or in the file itself."""
    yield from _files(settings, found)
    yield from _colours(settings, found)


def _files(settings: Settings, found: Found) -> Iterator[Problem]:
    brand = settings.brand
    logos, fonts = tuple(brand.emblems), tuple(brand.letters)
    paths = (tuple(path for _, path in one) for one in (logos, fonts))
    slips = read_brand_files(settings.root, *paths)[1]
    for loc, path in (*logos, *fonts):
        for slip in slips.get(path, ()):
            if slip.line > 1:
                yield Problem(path, Position(slip.line), _RULE, slip.what, slip.fix)
            else:
                name = ".".join(map(str, ("brand", *loc)))
                what = f'`{name}` is "{path}". {slip.what}'
                yield found.place("brand", *loc).problem(what, slip.fix)


def _colours(settings: Settings, found: Found) -> Iterator[Problem]:
    brand = settings.brand
    if brand.colour and not is_legible(brand.colour):
        reached = min(contrast(brand.colour, paper) for paper in (PAPER, CARD))
        near = nearest_legible(brand.colour)
        yield _illegible(found, "colour", brand.colour, "light", reached, near)
    if brand.colour_dark and not is_legible_in_the_dark(brand.colour_dark):
        reached = min(contrast(brand.colour_dark, paper) for paper in (DARK_PAPER, DARK_CARD))
        near = nearest_legible_in_the_dark(brand.colour_dark)
        yield _illegible(found, "colour_dark", brand.colour_dark, "dark", reached, near)


def _illegible(  # noqa: PLR0913, PLR0917 - each is named where it is given
    found: Found, name: str, colour: str, scheme: str, reached: float, near: str
) -> Problem:
    what = (
        f'`brand.{name}` is "{colour}", which is hard to read in the {scheme} scheme: '
        f"its contrast is {reached:.1f} to 1, and {AAA:.0f} to 1 is needed."
    )
    return found.place("brand", name).problem(what, f"The nearest that would do is '{near}'.")
