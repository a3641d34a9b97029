"""The devices: printers and speakers, real and virtual."""
