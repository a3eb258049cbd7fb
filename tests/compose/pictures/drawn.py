"""Drawings as small pictures, so that tests can say how far one is from another."""

from PIL import Image, ImageChops, ImageStat

from site_builder.compose.pictures.drawing import Drawing
from site_builder.publish.pictures.painting import paint


def picture(drawing: Drawing) -> Image.Image:
    """Return a drawing painted 48 by 30 pixels."""
    canvas = Image.new("L", (48, 30))
    paint(drawing, canvas, 0)
    return canvas


def distance(one: Image.Image, other: Image.Image) -> float:
    """Return how far two pictures are from each other on average: 0 when equal, 255 at most."""
    return ImageStat.Stat(ImageChops.difference(one, other)).mean[0]
