"""The kinds of chances as rooms above offer them."""

from __future__ import annotations

from .models import ChanceKind

CHANCE_KINDS = list(ChanceKind.choices)
