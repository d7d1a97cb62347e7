"""Who reads whom to call about a placement, in words; and the one thing to do where nobody does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from werktop.audit.actors import Actor
from werktop.employers import queries as employers
from werktop.placements import queries


@dataclass(frozen=True)
class Reading:
    """`words` say who reads it; `todo` with `url` is what to do where nobody of the firm does ("" and "": nothing)."""

    words: str
    todo: str = ""
    url: str = ""


def reading_of(viewer: Actor, row: Any) -> Reading:
    """Of one placement that runs. Two queries."""
    found = queries.readers_of(row)
    firm, name = row.employer.name, row.candidate.first_name
    names = [each.first_name for each in found.of_firm] + ([name] if found.candidate else [])
    said = []
    if names:
        told = ngettext(
            "%(names)s leest op de eigen pagina wie te bellen is.",
            "%(names)s lezen op de eigen pagina wie te bellen is.",
            len(names),
        )
        said.append(told % {"names": _and(names)})
    if not found.candidate:
        said.append(_("%(name)s heeft geen e-mailadres: zeg zelf wie te bellen is.") % {"name": name})
    if found.of_firm:
        return Reading(" ".join(said))
    may_edit = employers.can_edit(viewer, row.employer)
    if found.without_address:
        person = found.without_address[0]
        told = _("%(name)s van %(firm)s heeft geen e-mailadres en leest het dus niet: zeg het zelf.")
        said.append(told % {"name": person.first_name, "firm": firm})
        url = reverse("employers:change_entrepreneur", args=[person.pk])
        return Reading(" ".join(said), _("Vul het adres aan") if may_edit else "", url if may_edit else "")
    said.append(_("Bij %(firm)s leest nu niemand wie te bellen is.") % {"firm": firm})
    url = reverse("employers:new_entrepreneur", args=[row.employer_id])
    return Reading(" ".join(said), _("Zet er iemand bij") if may_edit else "", url if may_edit else "")


def _and(names: list[str]) -> str:
    """Ann, Bo en Cas."""
    return names[0] if len(names) == 1 else _(" en ").join([", ".join(names[:-1]), names[-1]])
