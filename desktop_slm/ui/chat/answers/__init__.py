"""One answer on the page: its text, its end, its figures and what can be done with it."""
