"""The information screen's conversation: what it tells, where touches lead; knows no Kivy."""
