"""A firm that a candidate knows is linked with the employer of the file that it is, in one tap, and taken apart again."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.urls import reverse
from tests import making
from tests.gatherings.page_asking import text_of

from werktop.audit.refusals import NotVisible
from werktop.candidates.commands import put_back_part, remove_part
from werktop.candidates.models import Candidate, KnownFirm
from werktop.desk import commands
from werktop.desk.models import FirmLink
from werktop.employers.commands import merge_employers

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.fixture
def known(cast, at):
    fatima = making.candidate(cast.own, "Fatima")
    return KnownFirm.objects.create(
        candidate=fatima, firm_name="bakkerij  JANSEN", words="tante werkt er", noted_at=at
    )


def test_the_firm_of_the_same_name_is_offered_linked_and_shown_on_both_pages(cast, log_in, known):
    firm = making.employer(cast.other, "Bakkerij Jansen", place="Tiel")
    making.employer(cast.far, "Bakkerij Jansen")
    client = log_in(cast.own.account())
    page = reverse("candidates:candidate", args=[known.candidate_id])
    employer = reverse("employers:employer", args=[firm.pk])
    offered = client.get(page)
    assert text_of(offered).count("is dat het bedrijf in") == 1
    assert "Fatima" not in text_of(client.get(employer))
    link = reverse("desk:link_firm", args=[known.candidate_id, known.pk])
    client.post(link, {"request_key": str(uuid4()), "employer": str(firm.pk)})
    assert FirmLink.objects.get().employer_id == firm.pk
    shown = client.get(page)
    assert "is dat het bedrijf" not in text_of(shown) and employer in shown.content.decode()
    assert "Fatima El Amrani" in text_of(client.get(employer))
    assert "Fatima" not in text_of(log_in(cast.other.account()).get(employer)), "her file is not theirs"
    Candidate.objects.filter(pk=known.candidate_id).update(assigned_to=cast.own.account())
    kept = text_of(client.get(reverse("privacy:kept_of_candidate", args=[known.candidate_id])))
    assert "is bij ons bekend als Bakkerij Jansen" in kept, "all that is kept of her says so"
    client.post(link, {"request_key": str(uuid4())})
    assert not FirmLink.objects.exists() and "is dat het bedrijf" in text_of(client.get(page))


def test_who_is_elsewhere_links_nothing_and_nothing_is_linked_with_a_firm_elsewhere(cast, at, known):
    asked = {"at": at, "candidate_id": known.candidate_id, "known_firm_id": known.pk}
    near, far = making.employer(cast.own), making.employer(cast.far)
    other = making.candidate(cast.own, "Ander")
    for house, facts in (
        (cast.other, {"employer_id": near.pk}),
        (cast.own, {"employer_id": far.pk}),
        (cast.own, {"employer_id": near.pk, "candidate_id": other.pk}),
    ):
        with pytest.raises(NotVisible):
            commands.link_firm(actor=house.actor(), **asked | facts)


def test_of_two_rows_of_one_firm_the_link_goes_to_the_one_that_stays(cast, at, known):
    kept, lost = making.employer(cast.own, "Bakkerij Jansen"), making.employer(cast.own, "Bakker Jansen")
    FirmLink.objects.create(known_firm=known, employer=lost, noted_at=at)
    merge_employers(actor=cast.own.actor(), at=at, employer_id=kept.pk, other_id=lost.pk)
    assert FirmLink.objects.get().employer_id == kept.pk
    known.delete()
    assert not FirmLink.objects.exists()


@pytest.mark.parametrize("before", ["is linked", "was unlinked", "became another", "is gone"])
def test_a_firm_that_is_put_back_has_its_link_again(cast, at, known, before):
    firm, other = making.employer(cast.own, "Bakkerij Jansen"), making.employer(cast.own, "Bakker Jansen")
    asked = {"actor": cast.own.actor(), "at": at, "candidate_id": known.candidate_id}
    commands.link_firm(known_firm_id=known.pk, employer_id=firm.pk, **asked)
    if before == "was unlinked":
        commands.unlink_firm(known_firm_id=known.pk, **asked)
    remove_part(part="firm", row_id=known.pk, **asked)
    assert not FirmLink.objects.exists()
    if before == "became another":
        merge_employers(actor=cast.own.actor(), at=at, employer_id=other.pk, other_id=firm.pk)
    if before == "is gone":
        firm.delete()
    put_back_part(part="firm", row_id=known.pk, **asked)
    linked = FirmLink.objects.values_list("employer", flat=True)
    assert list(linked) == {"is linked": [firm.pk], "became another": [other.pk]}.get(before, [])
