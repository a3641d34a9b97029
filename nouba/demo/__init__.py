"""A whole hall on one machine: real programs, virtual devices."""
