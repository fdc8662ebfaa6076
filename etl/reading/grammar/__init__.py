"""What a word does in its clause: acts, noun phrases, persons, active and passive, where a sentence parts."""
