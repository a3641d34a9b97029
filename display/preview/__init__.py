"""Draws for editors what a hall screen would show: the screen's own drawing, on no screen."""
