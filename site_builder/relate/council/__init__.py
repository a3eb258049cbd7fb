"""Promises, what became of them, and the rhythm of the council."""
