"""Documents: what is in them, how they are read in a child, and how they are cut into passages."""
