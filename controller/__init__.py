"""The server: the rules of the hall, its journal, and the staff's pages."""
