"""Images, cards and lettering as files."""
