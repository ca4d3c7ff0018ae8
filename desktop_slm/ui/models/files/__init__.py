"""Model files of the person: brought in, found in other apps, moved, taken along, compared."""
