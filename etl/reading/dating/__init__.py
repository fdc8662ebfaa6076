"""When: from expressions of time to the days of an act."""
