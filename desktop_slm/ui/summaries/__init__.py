"""The window's summaries."""
