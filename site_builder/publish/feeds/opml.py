"""OPML 2.0, written with lxml: a list of feeds that a reader takes over at once."""

from lxml import etree

from site_builder.compose.feeds.following.subscriptions import Opml


def write(opml: Opml) -> bytes:
    """Return a list of feeds as UTF-8 XML."""
    root = etree.Element("opml", version="2.0")
    etree.SubElement(etree.SubElement(root, "head"), "title").text = opml.title
    body = etree.SubElement(root, "body")
    for title, outlines in opml.groups:
        group = etree.SubElement(body, "outline", text=title)
        for one in outlines:
            etree.SubElement(
                group,
                "outline",
                type="rss",
                text=one.title,
                title=one.title,
                description=one.description,
                xmlUrl=one.feed,
                htmlUrl=one.page,
            )
    etree.indent(root)
    xml: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True)
    return xml + b"\n"
