"""Permissions of ambassadors: the region sees, the responsible organisation edits."""

from __future__ import annotations

from .entries import action, page

TABLE = {
    "ambassadors:network": page("see_employers"),
    "ambassadors:download_network": action("see_employers"),
}
