"""How a visitor complains or suggests at an information screen; knows no Kivy."""
