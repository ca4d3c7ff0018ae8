"""Which model fits this computer: the three choices and the catalog."""
