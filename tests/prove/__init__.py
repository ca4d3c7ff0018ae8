"""Shows that the promises of SECURITY.md hold, with counts: `python3 dev.py prove`."""
