"""Places with their map, nations, and partners."""
