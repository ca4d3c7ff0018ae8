"""The database's key: where it is kept, under what it is wrapped, and how it is found again."""
