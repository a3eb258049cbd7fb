"""How the public can watch, come or read: the same for councils, sessions and events."""

from pydantic import Field

from site_builder.read.types.fields.text import Part, Text
from site_builder.read.types.fields.web import WebAddress


class PublicAccess(Part):
    """How the public can watch, come or read."""

    attend: Text | None = Field(None, description="How to come.")
    stream: WebAddress | None = Field(None, description="Where to watch as it happens.")
    recording: WebAddress | None = Field(None, description="Where to watch afterwards.")
    captions: Text | None = Field(None, description="What captions or interpreting there are.")
    transcript: WebAddress | None = Field(None, description="Where to read every word.")
