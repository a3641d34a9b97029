"""How text is set: its order (UAX #9), its shapes (HarfBuzz), its fonts."""
