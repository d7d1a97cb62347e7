"""Lines of Today about proposals: what an employer decided and the candidate does not know yet, who is still to be asked, who
still has to decide."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from werktop.proposals.queries import is_to_ask, is_to_tell

from .people_lines import with_adjustment


def proposal_line(row: Any) -> dict[str, Any]:
    """One proposal that waits for a colleague; leads to its page."""
    firm, name = row.work_profile.employer.name, row.candidate.first_name
    if is_to_tell(row):
        said, action = _("%(firm)s besliste. Vertel %(name)s wat en waarom."), _("Vertel het")
    elif is_to_ask(row):
        said, action = _("Vraag %(name)s of wij het mogen voorstellen bij %(firm)s."), _("Vraag het")
    else:
        said, action = _("%(firm)s zei nog niets over %(name)s. Bel even."), _("Bekijk")
    return {
        "name": row.candidate.name,
        "url": reverse("candidates:candidate", args=[row.candidate_id]),
        "kind": "candidate",
        "tag": _("Voordracht"),
        "tint": "straw" if is_to_tell(row) else "sky",
        "icon": "phone",
        "why": with_adjustment(said % {"firm": firm, "name": name}, row.candidate),
        "action": action,
        "action_url": reverse("proposals:proposal", args=[row.pk]),
        "action_icon": "next",
    }
