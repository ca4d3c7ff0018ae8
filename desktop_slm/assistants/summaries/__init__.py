"""Summaries of whole documents: the plan, the reading, the joining, and what is kept of it."""
