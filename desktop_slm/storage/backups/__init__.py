"""Copies of the database: made, checked, carried elsewhere and restored."""
