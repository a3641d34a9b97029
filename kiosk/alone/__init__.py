"""Issues tickets while the controller is out of reach, and hands them over afterwards."""
