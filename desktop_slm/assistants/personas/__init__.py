"""Assistants as values: who answers in a chat, and with which instructions."""
