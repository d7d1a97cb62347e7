"""What the form about a help request starts from, and its version."""

from __future__ import annotations

from typing import Any

from werktop.audit.versions import version_of
from werktop.help_requests.models import HelpRequest


def facts_of(row: HelpRequest) -> dict[str, Any]:
    """The facts that the form asks for, as they are kept now."""
    return {name: getattr(row, name) for name in ("topic", "words", "owner_id", "due_date")}


def help_request_version(row: HelpRequest) -> str:
    """The version that a form carries, for `change_help_request`."""
    return version_of(facts_of(row))
