"""Chats, their messages and branches."""
