"""What a visitor tells the commune: a draft, its number, and what keeps it; knows no Kivy."""
