"""Numbers as they are spoken: our own grammar for each language.

Libraries get these wrong where it matters here: Arabic without vowels or in the
construct state, and another language altogether for Amazigh.
"""
