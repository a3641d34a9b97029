"""A morning that plays itself: visitors, agents, and whether what they saw is the truth."""
