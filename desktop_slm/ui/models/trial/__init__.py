"""Trying models on the person's own pages: choosing, watching, comparing, earlier trials."""
