"""Missions, with their visions and theories of action, and principles."""
