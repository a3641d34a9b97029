"""The vendored fonts; README.md tells where they come from."""
