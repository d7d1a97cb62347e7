"""What a candidate sees on the own page, and what employers may read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from werktop.audit.actors import Actor
from werktop.audit.refusals import NotVisible
from werktop.audit.versions import version_of
from werktop.candidates.models import Candidate, CandidateTerm, KnownFirm, Presentation, Source, Wish
from werktop.catalogue.choices import Language

from .saying import days_in_words, hours_in_words


def own_row(viewer: Actor) -> Candidate:
    """The candidate whose own page it is, with organisation and colleague; `NotVisible` for anybody else."""
    found = (
        Candidate.objects.select_related("organisation", "assigned_to").filter(pk=viewer.id).first()
        if viewer.kind == "candidate" and viewer.can("own")
        else None
    )
    if found is None:
        raise NotVisible()
    return found


def candidates_at(address: str) -> list[Any]:
    """Everybody with this e-mail address, for who asks a code there; of all organisations."""
    return list(Candidate.objects.filter(email__iexact=address).order_by("id")) if address else []


def presentation_of(candidate: Candidate) -> Presentation | None:
    """The text "Over mij" of a candidate whom the viewer may see; None where nobody wrote anything yet."""
    return Presentation.objects.filter(candidate=candidate).first()


def presentation_version(presentation: Presentation | None) -> str:
    """The version that a form carries, for `write_presentation`."""
    return version_of({"words": presentation.words if presentation else ""})


def read_by_employers(candidate_ids: Iterable[UUID]) -> dict[UUID, str]:
    """What employers may read about each of these candidates: the text that the candidate approved. Who approved none is not
    in it. One query; the room above has decided that this employer meets the candidate."""
    found = Presentation.objects.filter(candidate__in=list(candidate_ids), approved_at__isnull=False)
    return dict(found.values_list("candidate_id", "approved_words"))


def draft_for(candidate: Candidate) -> str:
    """A first text out of what is known, for the candidate to correct: what somebody can and likes, own words, languages and
    hours. Nothing about needs, benefit or health."""
    terms = CandidateTerm.objects.filter(candidate=candidate).select_related("term")
    terms = terms.order_by("term__position", "id")
    can = [str(each.term.label) for each in terms if each.term.kind == "competency"]
    likes = [str(each.term.label) for each in terms if each.term.kind == "interest"]
    wish = Wish.objects.filter(candidate=candidate).first()
    languages = [str(Language(code).label) for code in candidate.languages]
    lines = [
        _("Ik ben %(name)s.") % {"name": candidate.first_name},
        _("Ik kan goed: %(what)s.") % {"what": ", ".join(can)} if can else "",
        _("Ik werk graag met: %(what)s.") % {"what": ", ".join(likes)} if likes else "",
        candidate.own_words,
        _("Ik zoek werk als: %(what)s.") % {"what": wish.work} if wish and wish.work else "",
        _when(wish),
        _("Ik spreek: %(what)s.") % {"what": ", ".join(languages)} if languages else "",
    ]
    return "\n".join(filter(None, lines))


def _when(wish: Wish | None) -> str:
    if wish is None:
        return ""
    said = ", ".join(filter(None, (hours_in_words(wish.hours_min, wish.hours_max), days_in_words(wish.days))))
    return _("Ik wil werken: %(when)s.") % {"when": said} if said else ""


@dataclass(frozen=True)
class OwnFirm:
    """A firm in the own network; `is_mine`: the candidate wrote it, and may take it away."""

    id: UUID
    firm_name: str
    words: str
    is_mine: bool


def own_firms(candidate: Candidate) -> list[OwnFirm]:
    """The firms that a candidate knows, the first named first."""
    rows = KnownFirm.objects.filter(candidate=candidate).order_by("noted_at", "id")
    return [
        OwnFirm(
            row.pk,
            row.firm_name,
            row.words,
            is_mine=row.noted_by_id is None and row.source == Source.OWN_WORDS,
        )
        for row in rows
    ]
