"""Rules about what links say and where they lead."""
