"""How a machine comes in that nobody has let in yet: a code on its screen, a token of its own."""
