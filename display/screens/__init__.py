"""The hall screen's widgets: they show what they are told, and decide nothing."""
