"""Rules about addresses and ids that were promised for ever."""
