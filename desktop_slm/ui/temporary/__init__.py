"""A chat of which nothing reaches the disk, unless the person keeps it."""
