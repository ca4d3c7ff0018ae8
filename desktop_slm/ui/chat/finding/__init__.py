"""Finds words in the chat that is shown."""
