"""The pages: each draws what the queries answer and the figures show, and hands gestures to the session."""
