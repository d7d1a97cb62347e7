"""How the searches of all mechanisms are compiled."""

from typing import Any

OPTIONS: dict[str, Any] = {"cache": True, "nogil": True, "error_model": "numpy"}
"""Kept per machine (`warm`), free of Python's lock so that threads run side by side, and with the arithmetic of arrays."""
