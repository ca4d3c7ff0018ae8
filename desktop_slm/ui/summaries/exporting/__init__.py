"""How a summary leaves the window, as a file, on paper or copied, and how an export is verified."""
