"""The sentences of a summary, and a person's work on them."""
