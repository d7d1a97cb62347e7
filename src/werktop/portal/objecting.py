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
    "region": gettext_lazy(
        "Nu kunnen andere organisaties in de regio u vinden, zonder uw naam. En zegt u ja op een gesprek? Dan zien "
        "organisaties die meedoen uw naam. Met bezwaar ziet alleen de organisatie die het gesprek houdt uw naam."
    ),
    "employers": gettext_lazy(
        "Nu lezen werkgevers die u ontmoet uw tekst ‘Over mij’, en mogen wij u bij een werkgever voorstellen. "
        "Met bezwaar kan dat niet meer."
    ),
}
TITLES = {
    "region": gettext_lazy("Andere organisaties in de regio mogen mij niet vinden"),
    "employers": gettext_lazy("Werkgevers mogen niets over mij lezen"),
}
TOLD = {
    "region": gettext_lazy(
        "Nu kunnen andere organisaties in de regio %(name)s vinden, zonder de naam. En na een ja op een gesprek zien "
        "organisaties die meedoen de naam. Met bezwaar ziet alleen de organisatie die het gesprek houdt de naam."
    ),
    "employers": gettext_lazy(
        "Nu lezen werkgevers die %(name)s ontmoeten de tekst ‘Over mij’, en mag je %(name)s bij een werkgever voorstellen. "
        "Met bezwaar kan dat niet meer."
    ),
}
TOLD_TITLES = {
    "region": gettext_lazy("Andere organisaties in de regio mogen %(name)s niet vinden"),
    "employers": gettext_lazy("Werkgevers mogen niets over %(name)s lezen"),
}


def choices_for(candidate: Any) -> list[dict[str, Any]]:
    """What one can object to, in the words of who objects: `kind`, `title`, what it does (`words`) and the objection that
    stands, or None."""
    return _choices(candidate, TITLES, HOLDS)


def choices_told(candidate: Any) -> list[dict[str, Any]]:
    """The same, for a colleague whom the candidate told."""
    return _choices(candidate, TOLD_TITLES, TOLD)


def _choices(candidate: Any, titles: Any, words: Any) -> list[dict[str, Any]]:
    standing = {each.kind: each for each in candidates.objections_of(candidate)}
    named = {"name": candidate.first_name}
    return [
        {
            "kind": kind,
            "title": titles[kind] % named,
            "words": words[kind] % named,
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
