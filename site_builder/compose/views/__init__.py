"""What every template sees: frozen values, and the words for dates."""
