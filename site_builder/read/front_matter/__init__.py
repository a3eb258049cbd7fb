"""Front matter: finding it, reading it as plain YAML, and saying what is wrong with it."""
