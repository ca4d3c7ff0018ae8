"""Locking the window: when, what stands in its place, and the way back in."""
