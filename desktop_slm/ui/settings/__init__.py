"""The window's settings."""
