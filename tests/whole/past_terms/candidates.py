"""What is kept of a candidate."""

from __future__ import annotations

from uuid import uuid4

from tests import making
from tests.candidates.picture_making import picture_parts
from tests.whole.past_terms.cases import case, stands, taken_back

from werktop.candidates.models import (
    PARTS,
    DomainInUse,
    DomainScore,
    Look,
    Need,
    Objection,
    OwnWriting,
    Presentation,
    Transfer,
)


@case("view", "candidates.Look")
def _(cast, began):
    person = making.candidate(cast.own, created_at=began)
    return (
        stands(Look.objects.create(candidate=person, reason="Zij belt nu", opened_at=began, until_at=began)),
    )


@case("handed_over", "candidates.Transfer")
def _(cast, began):
    facts = {"organisation": cast.own.organisation, "batch_id": uuid4(), "candidate_ids": [uuid4()]}
    return (stands(Transfer.objects.create(made_at=began, **facts)),)


@case(
    "contact",
    "candidates.Candidate",
    "candidates.Presentation",
    "candidates.Objection",
    "candidates.OwnWriting",
    *(model._meta.label for model in PARTS.values()),
)
def _(cast, began):
    candidate = making.candidate(cast.own, created_at=began)
    text = Presentation.objects.create(candidate=candidate, words="Ik bouw.", written_at=began)
    objection = Objection.objects.create(candidate=candidate, kind="region", made_at=began)
    waits = OwnWriting.objects.create(
        candidate=candidate, kind="objection", row_id=objection.pk, written_at=began
    )
    return (
        stands(candidate),
        stands(text),
        stands(objection),
        stands(waits),
        *(stands(row) for row in picture_parts(candidate, began).values()),
    )


@case("settled", "candidates.Need")
def _(cast, began):
    facts = {"candidate": making.candidate(cast.own), "kind": "childcare", "noted_at": began}
    settled = Need.objects.create(words="Opvang op woensdag", done_date=began.date(), **facts)
    return (stands(settled),)


@taken_back("settled", "candidates.Need")
def _(cast, began):
    need = Need.objects.create(
        candidate=making.candidate(cast.own), kind="childcare", words="Opvang", noted_at=began
    )
    Need.objects.filter(pk=need.pk).delete()
    Need.pgh_event_model.objects.filter(pgh_label="delete").update(pgh_created_at=began)
    return (stands(need),)


@case("switched_off", "candidates.DomainScore")
def _(cast, began):
    person = making.candidate(cast.own)
    score = DomainScore.objects.create(candidate=person, domain="money", score=2, noted_at=began)
    taken_away = DomainScore.objects.create(candidate=person, domain="work", score=2, noted_at=began)
    DomainScore.objects.filter(pk=taken_away.pk).delete()
    for domain in ("money", "work"):
        DomainInUse.objects.create(
            organisation=cast.own.organisation, domain=domain, on_at=began, off_at=began
        )
    return (stands(score, taken_away),)
