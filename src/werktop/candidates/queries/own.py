"""What a candidate sees on the own page, and what employers may read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from werktop.audit.actors import Actor
from werktop.audit.refusals import NotVisible
from werktop.audit.versions import differing, version_of
from werktop.candidates.models import (
    Candidate,
    CandidateTerm,
    Doer,
    InstrumentUse,
    KnownFirm,
    LearningGoal,
    Motivation,
    Need,
    Objection,
    Outcome,
    Part,
    Perspective,
    PlanStep,
    Presentation,
    Source,
    Wish,
    WishedOccupation,
)
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
    in it, nor who objects to it. Two queries; the room above has decided that this employer meets the candidate."""
    keys = set(candidate_ids)
    found = Presentation.objects.filter(
        candidate__in=keys - not_to_be_proposed(keys), approved_at__isnull=False
    )
    return dict(found.values_list("candidate_id", "approved_words"))


def draft_for(candidate: Candidate) -> str:
    """A first text out of what is known, for the candidate to correct: what somebody can and likes, own words, what drives
    somebody where the candidate said it, languages and hours. Nothing about needs, benefit or health."""
    terms = CandidateTerm.objects.filter(candidate=candidate).select_related("term")
    terms = terms.order_by("term__position", "id")
    can = [str(each.term.label) for each in terms if each.term.kind == "competency"]
    likes = [str(each.term.label) for each in terms if each.term.kind == "interest"]
    wish = Wish.objects.filter(candidate=candidate).first()
    wished = WishedOccupation.objects.filter(candidate=candidate).select_related("occupation")
    work = [each.occupation.label for each in wished.order_by("noted_at", "id")]
    work += [wish.work] if wish and wish.work else []
    languages = [str(Language(code).label) for code in candidate.languages]
    drives = Motivation.objects.filter(candidate=candidate, source=Source.OWN_WORDS).first()
    lines = [
        _("Ik ben %(name)s.") % {"name": candidate.first_name},
        _("Ik kan goed: %(what)s.") % {"what": ", ".join(can)} if can else "",
        _("Ik werk graag met: %(what)s.") % {"what": ", ".join(likes)} if likes else "",
        candidate.own_words,
        drives.words if drives else "",
        _("Ik zoek werk als: %(what)s.") % {"what": ", ".join(work)} if work else "",
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


def not_to_be_proposed(candidate_ids: Iterable[UUID]) -> set[UUID]:
    """Who of these candidates objects to being proposed to employers, now. One query; for every room that proposes."""
    standing = Objection.objects.filter(
        candidate__in=list(candidate_ids), kind=Objection.Kind.EMPLOYERS, ended_at=None
    )
    return set(standing.values_list("candidate_id", flat=True))


def objections_of(candidate: Candidate) -> list[Objection]:
    """The objections of a candidate that stand, the first made first."""
    return list(Objection.objects.filter(candidate=candidate, ended_at=None).order_by("made_at", "id"))


def objection_to_employers(candidate: Candidate) -> Objection | None:
    """The objection that keeps employers from reading about this candidate, or None. One query."""
    kind = Objection.Kind.EMPLOYERS
    return Objection.objects.filter(candidate=candidate, kind=kind, ended_at=None).first()


def removed_firm(candidate: Candidate, row_id: UUID) -> str:
    """The name of a firm that the candidate named and took away, "" where it is none: it can be put back."""
    if KnownFirm.objects.filter(pk=row_id).exists():
        return ""
    history = KnownFirm.pgh_event_model.objects.filter(  # type: ignore[attr-defined]
        candidate=candidate, pgh_obj_id=row_id, source=Source.OWN_WORDS, noted_by=None
    )
    line = history.order_by("-pgh_id").first()
    return line.firm_name if line else ""


def all_objections_of(candidate: Candidate) -> list[Objection]:
    """All objections that a candidate ever made, the first made first."""
    return list(Objection.objects.filter(candidate=candidate).order_by("made_at", "id"))


OBJECTIONS = tuple(Objection.Kind.choices)
"""What a candidate can object to: (value, words)."""


@dataclass(frozen=True)
class OwnPlan:
    """Where the plan leads, if anybody wrote that, and its steps: those still to do by their day, then those that are done, the
    last first. `needs`: what the
    candidate does to be able to work, and is open."""

    perspective: Perspective | None
    to_do: list[PlanStep]
    done: list[PlanStep]
    needs: list[Need]


def own_plan(candidate: Candidate) -> OwnPlan:
    """The plan of a candidate, as the candidate sees and co-writes it."""
    rows = PlanStep.objects.filter(candidate=candidate).select_related("owner")
    steps = list(rows.order_by("due_date", "noted_at", "id"))
    leads = Perspective.objects.filter(candidate=candidate).first()
    done = [step for step in steps if step.done_date]
    needs = Need.objects.filter(candidate=candidate, doer=Doer.CANDIDATE, done_date=None)
    return OwnPlan(
        leads,
        [step for step in steps if not step.done_date],
        sorted(done, key=lambda step: (step.done_date, step.noted_at), reverse=True),
        list(needs.order_by("due_date", "noted_at", "id")),
    )


def own_goals(candidate: Candidate) -> list[LearningGoal]:
    """What a candidate wants to learn: first what is still to be learned, the first noted first."""
    rows = LearningGoal.objects.filter(candidate=candidate).order_by("noted_at", "id")
    return sorted(rows, key=lambda row: row.done_date is not None)


def own_instruments(candidate: Candidate) -> list[InstrumentUse]:
    """Courses and other help of a candidate, as the candidate sees them, the last begun first."""
    return list(InstrumentUse.objects.filter(candidate=candidate).order_by("-from_date", "-id"))


OUTCOMES = tuple(Outcome.choices)
"""How a course or other help went: (value, words)."""


def is_by_candidate(row: Part) -> bool:
    """Whether what stands here now was written by the candidate, on the own page."""
    return row.source == Source.OWN_WORDS and row.noted_by_id is None


def perspective_facts(row: Perspective | None) -> dict[str, Any]:
    """What the form about where the plan leads asks of the candidate."""
    return {"words": row.words if row else ""}


def perspective_version(row: Perspective | None) -> str:
    """The version that this form carries."""
    return version_of(perspective_facts(row))


def perspective_by_candidate(candidate: Candidate) -> str:
    """Where the plan leads, if the candidate wrote that on the own page; else "". For who works with the candidate."""
    rows = Perspective.objects.filter(candidate=candidate, noted_by=None, source=Source.OWN_WORDS)
    return rows.values_list("words", flat=True).first() or ""


def written_by_candidate(candidate: Candidate) -> list[PlanStep]:
    """Steps that the candidate wrote, ticked or remarked on last, on the own page: for who works with the candidate. The latest
    first."""
    rows = PlanStep.objects.filter(candidate=candidate, noted_by=None).exclude(source=Source.FILE)
    return list(rows.order_by("-noted_at", "-id"))


def goals_by_candidate(candidate: Candidate) -> list[LearningGoal]:
    """What the candidate wrote, or noted as learned, on the own page: for who works with the candidate. The latest first."""
    rows = LearningGoal.objects.filter(candidate=candidate, noted_by=None).exclude(source=Source.FILE)
    return list(rows.order_by("-noted_at", "-id"))


def written_alone(rows: Iterable[Perspective | PlanStep | LearningGoal]) -> set[UUID]:
    """The keys of those of these rows in the candidate's own words that nobody else ever wrote on, nor began. One query for each
    kind."""
    own = [row for row in rows if row.source == Source.OWN_WORDS]
    noted: set[UUID] = set()
    for model in {type(row) for row in own}:
        lines: Any = model.pgh_event_model  # type: ignore[union-attr]
        lines = lines.objects.filter(pgh_obj_id__in=[row.pk for row in own])
        lines = lines.exclude(noted_by=None, source=Source.OWN_WORDS)
        noted |= set(lines.order_by().values_list("pgh_obj_id", flat=True).distinct())
    return {row.pk for row in own} - noted


def outcome_facts(row: InstrumentUse) -> dict[str, Any]:
    """What the form about a course or other help asks of the candidate."""
    return {"words": row.candidate_words, "outcome": row.outcome}


def outcome_version(row: InstrumentUse) -> str:
    """The version that this form carries."""
    return version_of(outcome_facts(row))


def outcome_touched(version: str, typed: Mapping[str, str]) -> list[str]:
    """What of it was typed otherwise than it stood when the form with this `version` was opened; without one all of it."""
    return differing(version, typed) if version else list(typed)


def reach_touched(version: str, typed: Mapping[str, str]) -> list[str]:
    """What of it was typed otherwise than it stood when the form with this `version` was opened."""
    return differing(version, typed)


def reach_version(candidate: Candidate) -> str:
    """The version that a form about how to be reached carries."""
    return version_of({name: getattr(candidate, name) for name in ("email", "phone", "preferred_channel")})
