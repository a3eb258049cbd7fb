"""Rules about what a story owes its readers."""
