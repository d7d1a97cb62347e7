"""Permissions of the staff screens that look across rooms."""

from __future__ import annotations

from .entries import page

TABLE = {
    "desk:today": page("see_desk"),
    "desk:find": page("see_employers"),
}
