"""Rules about what pictures need beside them."""
