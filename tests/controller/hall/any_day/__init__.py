"""The rules told a second time, plainly, for a day on which anything happens.

Nothing here calls the code that it judges: the book is made of the journal alone, and who
waits is found by looking through all tickets. Only the words are shared: commands, events,
refusals, and the fields of a ticket.
"""
