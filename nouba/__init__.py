"""The one command line, `nouba`: it starts each program and does the chores."""
