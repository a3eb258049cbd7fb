"""How the public can watch, come or read: the same for councils, sessions and events."""

from pydantic import Field

from site_builder.read.types.fields.text import Part, Text
from site_builder.read.types.fields.web import AddressOrFile, WebAddress


class PublicAccess(Part):
    """How the public can watch, come or read."""

    attend: Text | None = Field(None, description="How to come.")
    stream: WebAddress | None = Field(None, description="Where to watch as it happens.")
    recording: AddressOrFile | None = Field(
        None, description="Where to watch afterwards: an address, or a file of your own."
    )
    captions: Text | None = Field(None, description="What captions or interpreting there are.")
    captions_file: AddressOrFile | None = Field(
        None, description="The captions of the recording, as a file in WebVTT or SRT."
    )
    transcript: AddressOrFile | None = Field(
        None, description="Where to read every word: an address, or a file of your own."
    )
