"""Finding: everything that is stored, and everything that the app can do."""
