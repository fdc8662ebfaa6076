"""Scorers and speed, run by `make bench`. Nothing here is part of the tests: a slow machine fails no build."""
