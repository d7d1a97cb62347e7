"""What the frame of every page knows: the menu for this role, the organisation's name, who is here."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _

from werktop.accounts import queries as accounts
from werktop.accounts.roles import Role
from werktop.audit.actors import NOBODY, Actor
from werktop.audit.keys import new_key
from werktop.regions import queries as regions
from werktop.ui.sections import home_of, sections_on

# (URL name, capability, words, icon); an entry shows where its page exists and the role may open it
MENU = (
    ("desk:today", "see_desk", _("Vandaag"), "home"),
    ("desk:candidates", "see_candidates", _("Kandidaten"), "people"),
    ("employers:employers", "see_employers", _("Werkgevers"), "shop"),
    ("gatherings:gatherings", "see_gatherings", _("Prettige gesprekken"), "chat"),
    ("accounts:colleagues", "manage_accounts", _("Collega's"), "people"),
    ("accounts:organisation", "manage_organisation", _("Organisatie"), "shop"),
    ("accounts:trail", "see_trail", _("Logboek"), "list"),
)
FOOT = (
    ("exchange:uploads", "edit_employers", _("Lijst inlezen")),
    ("catalogue:catalogue", "see_desk", _("Catalogus")),
    ("support:support", "see_desk", _("Regelingen en hulp")),
    ("post:outbox", "plan_gatherings", _("Postvak uit")),
    ("post:mailbox", "arrange_follow_ups", _("Proefpostbus")),
)


def frame(request: HttpRequest) -> dict[str, Any]:
    """Context for the frames of `ui`: who is here, what can be opened, and a `request_key` for the page's forms.

    A form that is shown again after an error keeps its key: nothing was saved under it.
    """
    actor: Actor = getattr(request, "actor", NOBODY)
    found: dict[str, Any] = {
        "actor": actor,
        "at": getattr(request, "at", None),
        "request_key": getattr(request, "request_key", None) or new_key(),
    }
    if request.path.startswith(own := reverse("portal:own")):
        found["home_url"] = own  # also where nothing is found
    if actor.kind != "staff" or actor.organisation_id is None:
        return found
    if actor.acts_for:
        absent = accounts.accounts_by_id([actor.acts_for]).get(actor.acts_for)
        found["stands_in_for"] = absent.name if absent else ""
    section_url = home_of(request.path)
    return found | {
        "menu": [
            {
                "url": url,
                "label": words,
                "icon": icon,
                "is_current": _is_current(section_url or request.path, url),
            }
            for name, capability, words, icon in MENU
            if actor.can(capability) and (url := _address(name))
        ],
        "sections": sections_on(here.view_name, actor.can) if (here := request.resolver_match) else [],
        "foot_links": [
            {"url": url, "label": words}
            for name, capability, words in FOOT
            if actor.can(capability)
            and (name != "post:mailbox" or settings.HAS_MAILBOX_PAGE)
            and (url := _address(name))
        ],
        "organisation_name": regions.organisation_by_id(actor.organisation_id).name,
        "signed_in_name": actor.name,
        "signed_in_role": ", ".join(str(Role(role).label) for role in sorted(actor.roles)),
        "search_url": _address("desk:find") if actor.can("see_employers") else "",
        "note_url": _address("contacts:quick_note") if actor.can("edit_candidates") else "",
        "account_url": _address("accounts:profile"),
        "log_out_url": _address("accounts:log_out"),
    }


def _address(name: str) -> str:
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""


def _is_current(here: str, url: str) -> bool:
    return here == url if url == "/" else here.startswith(url)
