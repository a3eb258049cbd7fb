"""Images as they are found in the content."""
