"""What is deleted is gone, from the database and from older backups."""
