"""A bench of faults: builds that are killed, overlap, or find the disk full, again and again.

    python -m tests.faults --seed 1

Each part tries many times and counts what failed. Builds run in forks of one process, for starting
Python takes longer than building a small site.
"""
