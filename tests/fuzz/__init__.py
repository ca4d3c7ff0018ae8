"""Fuzzing of what reads a stranger's bytes: `python3 dev.py fuzz --minutes N`."""
