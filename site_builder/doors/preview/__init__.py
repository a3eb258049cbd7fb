"""A preview on this machine, for authors: it builds, serves and watches, and publishes nothing."""

from site_builder.doors.preview.preview import HOST, PORT, Preview

__all__ = ["HOST", "PORT", "Preview"]
