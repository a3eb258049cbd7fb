"""Real texts of others turned into sites, to see what authors' habits do to the rules."""
