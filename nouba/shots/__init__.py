"""Pictures of every screen and page in the four languages, from the real programs."""
