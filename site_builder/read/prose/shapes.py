"""What some parts of a text become on the page: cells, tasks, figures, links to videos."""

import re
from xml.etree.ElementTree import Element, SubElement

from markdown.treeprocessors import Treeprocessor

from site_builder.read.prose.videos import host_of_video

_TASK = re.compile(r"\[([ xX])\] +(?=\S|$)")
_WITH_WORDS = frozenset({"transcript", "poster"})
"""What an author may give beside a link to a video."""


class Shapes(Treeprocessor):
    """Give tables their scopes, images their role, tasks their mark, pictures their caption."""

    def run(self, root: Element) -> None:
        for element in list(root.iter()):
            if element.tag in ("th", "td"):
                _tidy_cell(element)
            elif element.tag == "img" and element.attrib.pop("decorative", None) == "true":
                element.attrib.update(alt="", role="presentation")
            elif element.tag == "li":
                _tidy_task(element)
            elif element.get("class") == "footnote-backref":
                element.attrib.pop("title", None)
            elif element.tag == "p":
                _tidy_paragraph(element)


def _tidy_cell(cell: Element) -> None:
    if cell.tag == "th" and not len(cell) and not (cell.text or "").strip():
        cell.tag = "td"  # a corner without words is the header of nothing
    elif cell.tag == "th":
        cell.set("scope", "col")
    if align := cell.attrib.pop("align", None):
        cell.set("class", f"align-{align}")


def _tidy_task(item: Element) -> None:
    """Put a mark in the place of [ ] or [x]; a form has no business on a page that is read."""
    first = item[0] if len(item) and item[0].tag == "p" and not (item.text or "").strip() else item
    task = _TASK.match((first.text or "").lstrip())
    if not task:
        return
    is_done = task[1] != " "
    mark = Element("span", {"class": "task-done" if is_done else "task-to-do"})
    mark.text = "☑" if is_done else "☐"
    mark.tail = f" {(first.text or '').lstrip()[task.end() :]}"
    first.text = None
    first.insert(0, mark)
    item.set("class", "task")


def _tidy_paragraph(paragraph: Element) -> None:
    inside = list(paragraph)
    if not inside or (paragraph.text or "").strip() or (inside[-1].tail or "").strip():
        return
    match [one.tag for one in inside]:
        case ["a"] if not len(inside[0]) or inside[0][0].tag != "img":
            _tidy_video(paragraph, inside[0])
        case ["img"] if inside[0].get("title"):
            _make_figure(paragraph, inside[0].attrib.pop("title"))
        case ["img" | "a", "em"] if inside[0].tail == "\n" and _is_picture(inside[0]):
            paragraph.remove(inside[1])
            _make_figure(paragraph, inside[1].text, list(inside[1]))


def _is_picture(element: Element) -> bool:
    if element.tag == "img":
        return True
    return [one.tag for one in element] == ["img"] and not (element.text or "").strip()


def _make_figure(
    paragraph: Element, words: str | None, inside: list[Element] | None = None
) -> None:
    """Turn a paragraph of one picture into a figure with a caption."""
    paragraph.tag, paragraph.text = "figure", None
    paragraph[0].tail = None
    caption = SubElement(paragraph, "figcaption")
    caption.text = words
    caption.extend(inside or [])


def _tidy_video(paragraph: Element, link: Element) -> None:
    """Say of a link to a video where it leads, and put beside it what its author gives."""
    host = host_of_video(link.get("href", ""))
    given = {name: link.attrib.pop(name) for name in _WITH_WORDS if name in link.attrib}
    if not host:
        link.attrib.update(given)
        return
    paragraph.set("class", "video")
    link.tail = " "
    if poster := given.get("poster"):
        image = Element("img", src=poster, alt="", role="presentation")
        image.tail, link.text = link.text, None
        link.insert(0, image)
    SubElement(paragraph, "span", {"class": f"video-{host}"})
    if transcript := given.get("transcript"):
        paragraph[-1].tail = " "
        SubElement(paragraph, "a", {"class": "transcript", "href": transcript})
