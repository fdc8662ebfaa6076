"""Turns reported incidents into a geocoded table in which every value points at the words that say it."""
