"""Assistants: what is shipped, what comes in from files, and how it reaches a prompt."""
