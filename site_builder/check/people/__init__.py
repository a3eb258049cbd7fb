"""Rules about people: what is shown of them, and what they answer for."""
