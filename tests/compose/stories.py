"""Case studies made for tests: whole and right, and as many as a test asks for."""

import io
import json

from PIL import Image

from tests.conftest import SiteFolder

HEAD = """\
---
title: {title}
summary: {summary}
date: {date}
mission: {mission}
place: leeds
partners: [leeds-city-council]
principles: [{{principle: solving-together, how: They did.}}]
need: A need.
change: A change.
learning: {{tried: This., happened: That., next: More., unknown: Much.}}
sources: [{{id: 1, title: A made-up diary, url: "https://example.org/diary"}}]
"""


def quoted(text: str) -> str:
    """Return text as YAML can have it in any place."""
    return json.dumps(text, ensure_ascii=False)


def story(
    title: str,
    *,
    date: str = "2025-03-05",
    mission: str = "health",
    extra: str = "",
    body: str = "A body.",
) -> str:
    """Return the Markdown of a case study; `extra` is more front matter."""
    words = {"title": quoted(title), "summary": quoted(f"{title}, told in one sentence.")}
    head = HEAD.format(**words, date=date, mission=mission)
    return f"{head}{extra}{chr(10) if extra else ''}---\n{body}\n"


def write_story(site: SiteFolder, slug: str, title: str, **parts: str) -> str:
    """Write a case study and return the path of its file."""
    path = f"content/case-studies/{slug}.md"
    site.write(path, story(title, **parts))
    return path


def write_stories(site: SiteFolder, count: int) -> None:
    """Write so many case studies, one for each day from 1 January 2024 on."""
    for number in range(count):
        day = f"2024-{number // 28 + 1:02}-{number % 28 + 1:02}"
        write_story(site, f"story-{number}", f"Story number {number}", date=day)


def photograph(form: str = "JPEG", *, width: int = 40, **options: object) -> bytes:
    """Return the bytes of an image; options are those of its format in Pillow."""
    written = io.BytesIO()
    Image.new("RGB", (width, 30), "#4477aa").save(written, form, **options)
    return written.getvalue()


PICTURE = "image: {file: ../images/field.jpg, alt: 'A field & a \"gate\"', credit: Somebody}"


def write_pictured_story(site: SiteFolder) -> None:
    """Write a case study with an image at its head, both called field."""
    site.write("content/images/field.jpg", photograph())
    write_story(site, "field", "A field in the sun", date="2025-04-01", extra=PICTURE)
