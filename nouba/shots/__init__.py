"""Pictures of the screens and pages in their languages, from the real programs."""
