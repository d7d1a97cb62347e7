"""Income by law, a register and an indication: guarded, with date, source and history, and unknown is not no."""

from __future__ import annotations

import re
from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from tests import making
from tests.gatherings.page_asking import text_of

from werktop.candidates import commands, queries
from werktop.candidates.commands.refusals import EndsBeforeItBegins, IsThereAlready, NoneBesideOne
from werktop.candidates.models import PARTS, Candidate, Income, Standing

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.fixture
def fatima(cast):
    return making.candidate(cast.own, "Fatima", assigned_to=cast.own.account())


def note(cast, at, fatima, part, **facts):
    return commands.note_part(actor=cast.own.actor(), at=at, candidate_id=fatima.pk, part=part, **facts)


def test_it_is_asked_in_one_form_with_date_and_source_and_stands_with_what_is_guarded(cast, log_in, fatima):
    client, page = log_in(cast.own.account()), reverse("candidates:candidate", args=[fatima.pk])
    assert "weten we niet" in text_of(client.get(page))
    form = reverse("candidates:note_part", args=[fatima.pk, "income"])
    answers = {"request_key": str(uuid4()), "law": "ioaw", "since_date": "2026-02-03"}
    assert client.post(form, answers).status_code == 200 and not Income.objects.exists(), "no source"
    client.post(form, answers | {"source": "file", "request_key": str(uuid4())})
    assert (Income.objects.get().source, Income.objects.get().law) == ("file", "ioaw")
    assert "IOAW" in text_of(client.get(page)) and "sinds 3 februari 2026" in text_of(client.get(page))
    more = answers | {"law": "wia", "source": "file", "request_key": str(uuid4())}
    assert "Is dat gestopt?" in text_of(client.post(form, more, follow=True)), "the old one may have ended"
    beside = log_in(making.colleague_beside(cast.own))
    assert "IOAW" not in text_of(beside.get(page)) and beside.get(form).status_code == 404


def test_whoever_looks_along_on_the_screen_reads_nothing_of_it_in_the_story_nor_in_then_and_now(
    cast, at, walk, fatima
):
    Candidate.objects.filter(pk=fatima.pk).update(created_at=at - timedelta(days=30))
    note(cast, at, fatima, "income", law="ioaw")
    note(cast, at, fatima, "goal", words="Heftruck rijden")
    walker = walk(cast.own.account())
    for page in (walker.open(reverse("candidates:candidate", args=[fatima.pk])), walker.follow("Toen en nu")):
        unfolded = re.sub(r"(?s)<details.*?</details>", "", page.source)
        assert "Heftruck rijden" in unfolded and "IOAW" not in unfolded
        folded = re.findall(r"(?s)<details[^>]*>.*?</details>", page.source)
        assert any("IOAW" in each and "alleen wie met deze persoon werkt" in each for each in folded)
    beside = walk(making.colleague_beside(cast.own))
    assert "IOAW" not in beside.open(reverse("candidates:then_and_now", args=[fatima.pk])).source


def test_unknown_is_not_no_and_both_have_a_history(cast, at, fatima):
    key = note(cast, at, fatima, "standing", kind="register", answer="unknown")
    picture = queries.picture_of(cast.own.actor(), fatima)
    assert picture.on()["standing"][0].words[1].startswith("weten we niet")
    note(cast, at, fatima, "standing", row_id=key, answer="no")
    said = [
        line.row.answer
        for line in queries.picture_of(cast.own.actor(), fatima).lines
        if line.part == "standing"
    ]
    assert said == ["unknown", "no"] and Standing.objects.get().answer == "no"


def test_a_law_stands_once_and_none_beside_no_other(cast, at, fatima):
    note(cast, at, fatima, "income", law="wia")
    with pytest.raises(IsThereAlready):
        note(cast, at, fatima, "income", law="wia")
    with pytest.raises(NoneBesideOne):
        note(cast, at, fatima, "income", law="none")
    note(cast, at, fatima, "income", law="participatiewet")
    assert Income.objects.count() == 2


def test_what_stopped_stays_with_its_day_and_no_benefit_may_stand_beside_it(cast, at, log_in, fatima):
    key = note(cast, at, fatima, "income", law="iow", since_date=date(2025, 1, 1))
    with pytest.raises(EndsBeforeItBegins):
        note(cast, at, fatima, "income", row_id=key, until_date=date(2024, 1, 1))
    client = log_in(cast.own.account())
    change = reverse("candidates:change_part", args=[fatima.pk, "income", key])
    assert "Gestopt op" in text_of(client.get(change))
    typed = {"request_key": str(uuid4()), "law": "iow", "since_date": "2025-01-01", "source": "file"}
    client.post(change, typed | {"until_date": "2026-11-01"})
    note(cast, at, fatima, "income", law="none")
    page = text_of(client.get(reverse("candidates:candidate", args=[fatima.pk])))
    assert "IOW-uitkering" in page and "gestopt op 1 november 2026" in page
    with pytest.raises(NoneBesideOne):
        note(cast, at, fatima, "income", law="bbz")


@pytest.mark.parametrize("part", ["income", "standing"])
def test_it_makes_no_mark_to_find_by_and_nothing_that_others_see(cast, at, fatima, part):
    facts = {"income": {"law": "wajong"}, "standing": {"kind": "sheltered", "answer": "yes"}}[part]
    before = Candidate.objects.get(pk=fatima.pk).marks
    note(cast, at, fatima, part, **facts)
    assert Candidate.objects.get(pk=fatima.pk).marks == before
    assert "wajong" not in repr(queries.search_profiles_in_region(cast.other.actor())).lower()
    assert PARTS[part].IS_GUARDED
