"""Painting: strengths where the SVG has shades, and the centre in sight."""

from PIL import Image

from site_builder.compose.pictures.drawing import Drawing, Layer
from site_builder.publish.pictures.painting import paint

HALF = Layer("M0 0h48v60h-48z", 4)


def painted(drawing: Drawing, width: int = 96, left: int = 0) -> Image.Image:
    canvas = Image.new("L", (width, 60))
    paint(drawing, canvas, left)
    return canvas


def test_shade_is_painted_as_strong_as_it_is_shown() -> None:
    """Four tenths of the colour, on one half, and nothing on the other."""
    canvas = painted(Drawing((HALF,)))
    assert canvas.getpixel((10, 30)) == 102
    assert canvas.getpixel((60, 30)) == 0


def test_layer_over_a_layer_is_stronger_than_either() -> None:
    """Two shades print over one another as opacity does: what is left is left of what was left."""
    canvas = painted(Drawing((HALF, HALF)))
    assert canvas.getpixel((10, 30)) == round(255 * (1 - 0.6 * 0.6))


def test_edge_between_pixels_is_smooth() -> None:
    """A slanting edge has shades between, so nothing looks like stairs."""
    canvas = painted(Drawing((Layer("M0 0h96l-96 60z"),)))
    assert len(set(canvas.tobytes())) > 4


def test_narrow_view_keeps_the_centre_in_sight() -> None:
    """Where there is room for half the drawing, it is the half round the centre."""
    mark = Layer("M80 20h8v20h-8z")
    assert painted(Drawing((mark,), 84), 48).getpixel((36, 30)) == 255
    assert painted(Drawing((mark,), 10), 48).getextrema() == (0, 0)


def test_drawing_keeps_to_its_part_of_the_canvas() -> None:
    """What is left of it stays as it was."""
    canvas = painted(Drawing((Layer("M0 0h96v60h-96z"),)), 100, left=40)
    assert canvas.getpixel((39, 30)) == 0
    assert canvas.getpixel((40, 30)) == 255
