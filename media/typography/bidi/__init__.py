"""The Unicode Bidirectional Algorithm (UAX #9), one part of it a file.

https://www.unicode.org/reports/tr9/
"""
