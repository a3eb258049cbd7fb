"""Rules about words and sentences."""
