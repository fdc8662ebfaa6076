"""What a text itself links: answers, sequels, series, two under one claim."""
