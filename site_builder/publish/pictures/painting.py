"""Paint drawings with Pillow, from the same paths that pages show as SVG.

Pillow draws without smooth edges, so every layer is painted large and then made smaller.
"""

from PIL import Image, ImageDraw

from site_builder.compose.pictures.drawing import HEIGHT, STRONG, WIDTH, Drawing, Layer
from site_builder.publish.pictures.outlines import outlines

FINER = 3
"""How many times larger a layer is painted than it is shown."""


def paint(drawing: Drawing, canvas: Image.Image, left: int) -> None:
    """Paint a drawing over a canvas from a column to the right edge.

    The canvas holds strengths: 0 for paper, 255 for the whole colour. The drawing is as high as
    the canvas; of its width, what does not fit is cut off, and its centre stays in sight.
    """
    size = (canvas.width - left, canvas.height)
    shown = size[0] * HEIGHT / size[1]
    start = min(max(drawing.centre - shown / 2, 0), WIDTH - shown)
    for layer in drawing.layers:
        canvas.paste(255, (left, 0), _plate(layer, size, start))


def _plate(layer: Layer, size: tuple[int, int], start: float) -> Image.Image:
    """Return how strongly a layer prints at each pixel."""
    scale = FINER * size[1] / HEIGHT
    large = Image.new("L", (size[0] * FINER, size[1] * FINER))
    draw = ImageDraw.Draw(large)
    for outline in outlines(layer):
        draw.polygon([(round((x - start) * scale), round(y * scale)) for x, y in outline], 255)
    return large.reduce(FINER).point([value * layer.shade // STRONG for value in range(256)])
