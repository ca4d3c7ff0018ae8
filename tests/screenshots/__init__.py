"""Pictures of every page, for judging by eye and for README."""
