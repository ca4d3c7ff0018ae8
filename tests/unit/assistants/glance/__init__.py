"""Tests of the glance."""
