"""Reasons that hold in more than one mechanism."""

from __future__ import annotations

Fault = tuple[str, str, str, tuple[str, ...]]
"""Why, the module, the line of the program, and the faults in it."""

SHAPES = "more room, or a first value that is written over before it is read"
SPEED = "how fast an answer is found, not which"
LENGTHS = "both are as long by how they are made"
