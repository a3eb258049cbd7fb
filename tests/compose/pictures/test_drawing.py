"""Drawings: few bytes, and layers from the palest to the strongest."""

from site_builder.compose.pictures.drawing import Drawing, Plates, disc, svg


def test_plates_print_from_pale_to_strong_and_fill_last() -> None:
    """What is strong is never covered by what is pale, whatever was drawn first."""
    plates = Plates()
    plates.put("M1 1h1")
    plates.put("M2 2h1", 10, 2)
    plates.put("M3 3h1", 2)
    plates.put("M4 4h-4", 2)
    printed = [(one.path, one.shade, one.line) for one in plates.layers()]
    assert printed == [("M3 3h1M4 4h-4", 2, 0), ("M2 2h1", 10, 2), ("M1 1h1", 10, 0)]


def test_svg_says_only_what_is_not_so_anyway() -> None:
    """Full strength, thin lines and the space before a minus cost no bytes."""
    plates = Plates()
    plates.put("M0 0h 9 -9", 4, 1)
    plates.put("M0 0h9", 10, 3)
    plates.put(disc(5, 5, 2))
    assert svg(Drawing(plates.layers())) == (
        '<svg class="cover" viewBox="0 0 96 60" aria-hidden="true" fill="currentColor">'
        '<g fill="none" stroke="currentColor"><path opacity=".4" d="M0 0h 9-9"/>'
        '<path stroke-width="3" d="M0 0h9"/></g>'
        '<path d="M3 5a2 2 0 0 1 4 0a2 2 0 0 1-4 0z"/></svg>'
    )
