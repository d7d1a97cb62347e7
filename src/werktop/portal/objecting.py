"""What the page of objections has in common for a candidate, and for a colleague whom the candidate told."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from werktop.audit.refusals import Refusal
from werktop.candidates import commands
from werktop.candidates import queries as candidates

HOLDS = {
    ("region", True): gettext_lazy("Nu kunnen andere organisaties in de regio u vinden, zonder uw naam."),
    ("region", False): gettext_lazy("Nu kunnen andere organisaties in de regio u niet vinden."),
    ("employers", True): gettext_lazy(
        "Nu lezen werkgevers die u ontmoet de tekst ‘Over mij’ die u goedkeurde."
    ),
    ("employers", False): gettext_lazy(
        "Nu lezen werkgevers niets over u: u keurde geen tekst ‘Over mij’ goed."
    ),
}
"""What holds now, by kind and whether others do find or read something."""
ENDS = {
    "region": gettext_lazy(
        "Zegt u ja op een gesprek? Dan zien organisaties die meedoen uw naam. Met bezwaar kan niemand anders in de regio u "
        "vinden, en ziet alleen de organisatie die het gesprek houdt uw naam."
    ),
    "employers": gettext_lazy(
        "Wij mogen u bij een werkgever voorstellen. Met bezwaar mag dat niet meer, en leest geen werkgever iets over u."
    ),
}
TITLES = {
    "region": gettext_lazy("Andere organisaties in de regio mogen mij niet vinden"),
    "employers": gettext_lazy("Werkgevers mogen niets over mij lezen"),
}
TOLD = {
    ("region", True): gettext_lazy(
        "Nu kunnen andere organisaties in de regio %(name)s vinden, zonder de naam."
    ),
    ("region", False): gettext_lazy("Nu kunnen andere organisaties in de regio %(name)s niet vinden."),
    ("employers", True): gettext_lazy(
        "Nu lezen werkgevers die %(name)s ontmoeten de goedgekeurde tekst ‘Over mij’."
    ),
    ("employers", False): gettext_lazy(
        "Nu lezen werkgevers niets over %(name)s: er is geen goedgekeurde tekst ‘Over mij’."
    ),
}
TOLD_ENDS = {
    "region": gettext_lazy(
        "Na een ja op een gesprek zien organisaties die meedoen de naam. Met bezwaar kan niemand anders in de regio %(name)s "
        "vinden, en ziet alleen de organisatie die het gesprek houdt de naam."
    ),
    "employers": gettext_lazy(
        "Je mag %(name)s bij een werkgever voorstellen. Met bezwaar mag dat niet meer, en leest geen werkgever iets over %(name)s."
    ),
}
TOLD_TITLES = {
    "region": gettext_lazy("Andere organisaties in de regio mogen %(name)s niet vinden"),
    "employers": gettext_lazy("Werkgevers mogen niets over %(name)s lezen"),
}


def choices_for(candidate: Any) -> list[dict[str, Any]]:
    """What one can object to, in the words of who objects: `kind`, `title`, what holds now and what an objection does (`words`),
    and the objection that stands, or None."""
    return _choices(candidate, TITLES, HOLDS, ENDS)


def choices_told(candidate: Any) -> list[dict[str, Any]]:
    """The same, for a colleague whom the candidate told."""
    return _choices(candidate, TOLD_TITLES, TOLD, TOLD_ENDS)


def _choices(candidate: Any, titles: Any, holds: Any, ends: Any) -> list[dict[str, Any]]:
    standing = {each.kind: each for each in candidates.objections_of(candidate)}
    named = {"name": candidate.first_name}
    now = {
        "region": candidates.is_found_in_region(candidate),
        "employers": bool(candidates.read_by_employers([candidate.pk])),
    }
    return [
        {
            "kind": kind,
            "title": titles[kind] % named,
            "words": f"{holds[kind, now[kind]] % named} {ends[kind] % named}",
            "standing": standing.get(kind),
        }
        for kind, _words in candidates.OBJECTIONS
    ]


def said(request: Any, candidate_id: UUID) -> str:
    """Do what the form asks, and say that it is done."""
    kind = request.POST.get("kind", "")
    if kind not in TITLES:
        raise Refusal(_("Dit formulier klopt niet. Laad de pagina opnieuw."))
    who = {"actor": request.actor, "at": request.at, "key": request.request_key, "candidate_id": candidate_id}
    if "take_back" in request.POST:
        commands.end_objection(**who, kind=kind)
        return _("Het bezwaar is ingetrokken.")
    commands.make_objection(**who, kind=kind, words=request.POST.get("words", ""))
    return _("Het bezwaar staat. Het geldt vanaf nu.")
