"""What the figures in README are made with."""
