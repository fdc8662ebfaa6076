"""From drafts to records: every value with its spans, the id, and how sure the reading is."""
