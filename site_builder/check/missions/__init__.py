"""Rules about missions."""
