"""dated."""
