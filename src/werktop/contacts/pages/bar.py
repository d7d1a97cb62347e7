"""The quick-note bar as it stands on a page, and what was saved in it just now."""

from __future__ import annotations

from typing import Any

from .drafts import draft_in

SAVED = "quick_note"
"""Where the session keeps what the last note brought, so that it can be taken back."""


def bar_for(request: Any, value: str = "") -> dict[str, Any]:
    """What the template `contacts/bar.html` shows; `value` is whose page it is."""
    saved = request.session.get(SAVED, {})
    is_new = bool(saved) and request.GET.get("notitie") == saved.get("note_id")
    return {
        "value": value,
        "back": request.path,
        "saved": saved if is_new else None,
        "sentence": draft_in(request),
    }
