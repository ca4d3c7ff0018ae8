"""Models: those on this computer, and those that the hub offers."""
