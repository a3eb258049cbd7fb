"""How a record begins and grows: its folder from a profile, and each file or entry in it."""
