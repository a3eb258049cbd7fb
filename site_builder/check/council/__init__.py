"""Rules about councils, their promises and their meetings."""
