"""Pages of paper, as PDF and for a printer."""
