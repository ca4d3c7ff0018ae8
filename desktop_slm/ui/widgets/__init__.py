"""Pieces that every page is made of, one widget a file; none knows a page."""
