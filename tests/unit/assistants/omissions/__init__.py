"""Tests of the omissions."""
