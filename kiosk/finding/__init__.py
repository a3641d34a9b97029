"""How a visitor finds a procedure by its name: keyboards, letters that are alike, the search."""
