"""The hall's kiosks and screens as machines: what is wrong with them. Knows no web, no SQL."""
