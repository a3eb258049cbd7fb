"""How a record begins and grows."""
