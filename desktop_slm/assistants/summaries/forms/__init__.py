"""The forms of a summary: which there are, and how entries of the listing ones are merged."""
