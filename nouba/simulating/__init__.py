"""Simulated days of a commune's hall: what is assumed, what comes of it, what to advise."""
