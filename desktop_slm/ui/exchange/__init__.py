"""Chats on their way out of the window and into it."""
