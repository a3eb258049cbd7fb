"""How a command ends: what it tells people, what it tells programs, and its status."""
