"""Digests: one summary over the finished summaries of several documents."""
