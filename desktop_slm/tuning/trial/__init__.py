"""Tries models on a person's own pages, one after another, and measures what comes of it."""
