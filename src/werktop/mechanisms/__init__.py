"""The pure core: seating and matching as functions on plain dataclasses and arrays.

Nothing in here knows Django, a database, the clock or chance other than a seed that was passed in.
"""
