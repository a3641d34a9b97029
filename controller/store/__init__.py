"""The database: the day's journal, the visits for ever after, people and devices."""
