"""What every page's frame needs: the menu for this role, the organisation's name, the actor."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from werktop.accounts.roles import Role
from werktop.audit.actors import NOBODY
from werktop.audit.keys import new_key
from werktop.regions import queries as regions

# (URL name, capability, text, icon); an entry shows where its page exists and the role may open it
MENU = [
    ("desk:today", "see_desk", lambda: _("Vandaag"), "home"),
    ("candidates:candidates", "see_candidates", lambda: _("Kandidaten"), "people"),
    ("employers:employers", "see_employers", lambda: _("Werkgevers"), "shop"),
    ("gatherings:gatherings", "see_gatherings", lambda: _("Prettige gesprekken"), "table"),
    ("accounts:colleagues", "manage_accounts", lambda: _("Collega's"), "people"),
]


def frame(request: HttpRequest) -> dict[str, Any]:
    """Context for `ui/base.html`: `menu`, `organisation_name`, `actor`, `at` and a fresh `request_key`."""
    actor = getattr(request, "actor", NOBODY)
    # a form shown again after an error keeps its key only if nothing was saved under it
    key = getattr(request, "request_key", None) or new_key()
    found: dict[str, Any] = {
        "actor": actor,
        "at": getattr(request, "at", None),
        "request_key": key,
        "menu": [],
    }
    if actor.kind != "staff":
        return found
    here = request.path
    for name, capability, text, icon in MENU:
        if not actor.can(capability):
            continue
        try:
            url = reverse(name)
        except NoReverseMatch:
            continue
        is_current = here == url if url == "/" else here.startswith(url)
        found["menu"].append({"url": url, "label": text(), "icon": icon, "is_current": is_current})
    found["signed_in_name"] = actor.name
    found["signed_in_role"] = ", ".join(str(Role(role).label) for role in sorted(actor.roles)).capitalize()
    found["log_out_url"] = reverse("accounts:log_out")
    found["organisation_name"] = regions.organisation_by_id(actor.organisation_id).name
    return found
