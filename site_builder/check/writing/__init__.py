"""Rules about text, links and pictures."""
