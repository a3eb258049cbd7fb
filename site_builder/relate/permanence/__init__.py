"""Addresses and ids: what each thing is called, was called, and will go on answering to."""
