"""The words of a language and how they are looked up: text levelled, books of phrases, forms of time."""
