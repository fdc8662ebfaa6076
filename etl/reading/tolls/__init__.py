"""How many: numbers tied to words of harm, added up clause by clause."""
