"""Models that other apps have put on this computer: found by where those apps keep them."""
