"""What stands in a text: sections, sentences, names, numbers, times; at the end its clauses with all of it."""
