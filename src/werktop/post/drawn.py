"""As whom people of a kind are drawn: the rooms that hold them say so, the pages of the post ask."""

from __future__ import annotations

_AS: dict[str, str] = {}


def draw(kind: str, look: str) -> None:
    """Have people of this kind drawn as this one of the kinds that there is a picture for."""
    _AS[kind] = look


def drawn_as(kind: str) -> str:
    """As which kind a person of this kind is drawn: its own where nobody said another."""
    return _AS.get(kind, kind)
