"""The look of the kiosks, the screens and the pages: colours, sizes, pictograms, widgets."""
