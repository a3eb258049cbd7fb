"""front_matter."""
