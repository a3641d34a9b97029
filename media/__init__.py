"""Content as data, and how it looks and sounds: packs, texts, voices, type and theme."""
