"""Drawings as data: layers of paths that pages write as SVG and that social cards paint."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby

from markupsafe import Markup

WIDTH, HEIGHT = 96, 60
"""The page of every drawing: eight by five cells of twelve units."""

STRONG = 10
"""The shade of what is drawn in the whole colour, in tenths."""


@dataclass(frozen=True)
class Layer:
    """Shapes of one shade, drawn together."""

    path: str
    """Path data of SVG in whole numbers, with the commands M H V h v l a c z."""
    shade: int = STRONG
    """How strong it is, in tenths."""
    line: int = 0
    """How wide its line is; 0 for shapes that are filled."""


@dataclass(frozen=True)
class Drawing:
    """Layers from the back to the front, all in one colour."""

    layers: tuple[Layer, ...]
    centre: int = WIDTH // 2
    """The column that stays in sight where there is room for a part only."""
    quarter: int | None = None
    """The quarter that is marked at the upper edge, like the tab of an index, or none."""


@dataclass(frozen=True)
class Plates:
    """Plates to print from, one for each shade and line; shapes are put on them in any order."""

    _shapes: defaultdict[tuple[int, int], list[str]] = field(
        default_factory=lambda: defaultdict(list)
    )

    def put(self, shape: str, shade: int = STRONG, line: int = 0) -> None:
        """Put a shape on the plate of its shade."""
        self._shapes[shade, -line].append(shape)

    def layers(self) -> tuple[Layer, ...]:
        """Return what the plates print: the palest at the back, at the front what is filled."""
        return tuple(
            Layer(_tidy(shapes), shade, -line)
            for (shade, line), shapes in sorted(self._shapes.items())
        )


def _tidy(shapes: list[str]) -> str:
    """Return shapes as one path, without the spaces that a minus makes needless."""
    return "".join(shapes).replace(" -", "-")


def svg(drawing: Drawing) -> Markup:
    """Return a drawing as inline SVG in currentColor, which screen readers pass over."""
    runs = groupby(drawing.layers, lambda layer: layer.line > 0)
    shapes = "".join(_lines(run) if is_line else "".join(map(_shape, run)) for is_line, run in runs)
    return Markup(  # noqa: S704 - numbers alone are put in
        f'<svg class="cover" viewBox="0 0 {WIDTH} {HEIGHT}" aria-hidden="true" '
        f'fill="currentColor">{shapes}{_tab(drawing.quarter)}</svg>'
    )


def _tab(quarter: int | None) -> str:
    width = WIDTH // 4
    return f'<path d="M{(quarter - 1) * width} 0h{width}v2h-{width}z"/>' if quarter else ""


def _lines(layers: Iterable[Layer]) -> str:
    return f'<g fill="none" stroke="currentColor">{"".join(map(_shape, layers))}</g>'


def _shape(layer: Layer) -> str:
    line = f' stroke-width="{layer.line}"' if layer.line > 1 else ""
    shade = f' opacity=".{layer.shade}"' if layer.shade < STRONG else ""
    return f'<path{line}{shade} d="{layer.path}"/>'


def disc(x: int, y: int, radius: int) -> str:
    """Return the path of a round."""
    half = f"a{radius} {radius} 0 0 1"
    return f"M{x - radius} {y}{half} {2 * radius} 0{half} {-2 * radius} 0z"
