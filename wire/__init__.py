"""What the controller, the kiosks, the hall's screens and the staff's pages say to one another."""
