"""Who: doers, parties, claims, accusations and denials with who says so."""
