"""Whom and what: victims and things that an act was done to."""
