"""Rules of writing as data: each says what it asks, why, how much it weighs, and how to mend it."""
