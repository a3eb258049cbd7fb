"""Record: who refers to whom, what became of promises, and what the public may see now."""
