"""What fits the words that somebody types, for the lists that narrow meanwhile. It reads, and keeps nothing."""

from __future__ import annotations

from typing import Any

from django.http import JsonResponse

from werktop.catalogue import queries

MOST = 40


def page(request: Any) -> JsonResponse:
    """`?q=words`, and `kind` once or more (all kinds without one): the best first."""
    kinds = request.GET.getlist("kind") or queries.KINDS
    found = queries.find(request.actor, request.GET.get("q", "")[:80], kinds, MOST)
    return JsonResponse(
        {
            "found": [
                {"kind": each.kind, "id": str(each.id), "label": each.label, "group": each.group}
                for each in found
            ]
        }
    )
