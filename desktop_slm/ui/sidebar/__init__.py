"""The window's sidebar."""
