"""Where: what a place name does in its clause, and the place of an act as written."""
