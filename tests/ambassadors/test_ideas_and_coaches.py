"""Ideas of entrepreneurs and what was done with them; clubs and parks; who coaches and introduces a candidate, with a yes."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from tests import making
from tests.gatherings.page_asking import text_of
from tests.own_pages import own_client, tap

from werktop.ambassadors import commands
from werktop.ambassadors.models import Club, Coaching, Idea, Introduction
from werktop.ambassadors.queries.all_kept import all_kept_of_candidate
from werktop.ambassadors.refusals import AnswerIsMissing, CoachesAlready, DoesNotWantThat, YesIsToCome
from werktop.audit.refusals import NotVisible
from werktop.candidates.commands import NamesADiagnosis
from werktop.candidates.models import Objection

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
IDEAS = "/mijn/bedrijf/meedenken/"


@pytest.fixture
def anna(cast):
    return making.entrepreneur(making.employer(cast.own, "Het Veer"), "Anna", email="anna@post.example")


@pytest.fixture
def fatima(cast):
    return making.candidate(cast.own, assigned_to=cast.own.account())


def test_an_entrepreneur_offers_the_hall_and_reads_what_was_done_with_it(cast, at, anna, log_in):
    browser, client = own_client(anna, at), log_in(cast.own.account())
    told = {"words": "Onze kantine", "people_count": "60", "is_step_free": "on", "from_date": "2026-12-04"}
    assert tap(browser, f"{IDEAS}?soort=hall", **told).status_code == 302
    row = Idea.objects.get()
    assert (row.kind, row.people_count, row.is_step_free, row.is_by_self) == ("hall", 60, True, True)
    assert "Onze kantine" in text_of(
        client.get(reverse("ambassadors:ideas"), {"state": "new", "q": "kantine"})
    )
    one = reverse("ambassadors:idea", args=[row.pk])
    page = client.get(one).content.decode()
    assert f"{reverse('gatherings:new_gathering')}?idea={row.pk}" in page
    refused = client.post(one, {"request_key": uuid4(), "state": "done", "answer": ""})
    assert str(AnswerIsMissing.text) in refused.content.decode()
    for state, answer in (("looking", "Wij komen kijken."), ("done", "Op 4 december zitten wij er.")):
        client.post(one, {"request_key": uuid4(), "state": state, "answer": answer})
    assert "Op 4 december zitten wij er." in text_of(browser.get(IDEAS))
    assert "Wij komen kijken." in text_of(client.get(one)), "what was said before stays"
    other = log_in(cast.other.account())
    assert other.get(one).status_code == 200
    assert other.post(one, {"request_key": uuid4(), "state": "not", "answer": "Nee"}).status_code == 404


def test_an_idea_without_words_is_asked_again(at, anna):
    page = tap(
        own_client(anna, at), f"{IDEAS}?soort=gathering", words=" ", when_words="in mei"
    ).content.decode()
    assert "Schrijf een paar woorden." in page and 'value="in mei"' in page and not Idea.objects.exists()


def test_a_club_tells_who_takes_part_and_who_is_an_ambassador_there(cast, at, anna, log_in):
    client = log_in(cast.own.account())
    asked = {"name": "Club De Waard", "kind": "park", "firm_count": "40", "contact_phone": "0612345678"}
    client.post(reverse("ambassadors:new_club"), {"request_key": uuid4(), **asked})
    club = Club.objects.get()
    member = reverse("ambassadors:club_member", args=[club.pk])
    commands.make_ambassador(actor=cast.own.actor(), at=at, entrepreneur_id=anna.pk)
    page = reverse("ambassadors:club", args=[club.pk])
    assert "Het Veer" in text_of(client.get(page, {"q": "veer"}))
    assert client.get(page, {"q": "a\x00b"}).status_code == 200
    client.post(member, {"request_key": uuid4(), "add": str(anna.employer_id)})
    said = text_of(client.get(page))
    assert "ambassadeur: Anna" in said and "Er zijn ongeveer 40 bedrijven." in said
    assert "van de 1 die wij kennen" in text_of(client.get(reverse("ambassadors:clubs")))
    for asked_for, is_there in (("waard", True), ("linde", False)):
        url = f"{reverse('ambassadors:download_clubs')}?q={asked_for}"
        lines = b"".join(client.post(url, {"request_key": uuid4()}).streaming_content).decode()
        assert ("Club De Waard" in lines) == is_there
    again = client.post(
        reverse("ambassadors:new_club"), {"request_key": uuid4(), **asked, "name": "club de waard"}
    )
    assert "staat al in de lijst" in again.content.decode()
    for number in range(26):
        firm = making.employer(cast.own, f"Firma {number:02}")
        commands.add_club_member(actor=cast.own.actor(), at=at, club_id=club.pk, employer_id=firm.pk)
    assert "Het Veer" not in text_of(client.get(page)) and "Het Veer" in text_of(
        client.get(page, {"page": "2"})
    )
    client.post(member, {"request_key": uuid4(), "remove": str(anna.employer_id)})
    assert not club.members.filter(employer_id=anna.employer_id).exists()
    assert log_in(cast.other.account()).post(member, {"request_key": uuid4(), "add": "x"}).status_code != 200


def coached(cast, at, person, candidate, **facts) -> Coaching:
    asked = {
        "actor": cast.own.actor(), "at": at, "candidate_id": candidate.pk, "entrepreneur_id": person.pk,
        "about": "solliciteren", "agreed_how": "talk", "agreed_date": at.date(),
    } | facts  # fmt: skip
    return Coaching.objects.get(pk=commands.start_coaching(**asked))


def test_a_coach_stands_with_the_candidate_alone_and_ends_with_what_it_brought(
    cast, at, anna, fatima, log_in
):
    client = log_in(cast.own.account())
    new = reverse("ambassadors:new_coaching", args=[fatima.pk])
    asked = {
        "entrepreneur_id": str(anna.pk), "about": "solliciteren", "since_date": "2026-11-24", "agreed_how": "talk",
        "agreed_date": "2026-11-24",
    }  # fmt: skip
    client.post(new, {"request_key": uuid4(), **asked})
    row = Coaching.objects.get()
    for address in (("candidates:candidate", fatima.pk), ("employers:employer", anna.employer_id)):
        assert "solliciteren" in text_of(client.get(reverse(address[0], args=[address[1]])))
    other = log_in(cast.other.account())
    assert other.get(reverse("ambassadors:coaching", args=[row.pk])).status_code == 404
    assert "solliciteren" not in text_of(other.get(reverse("employers:employer", args=[anna.employer_id])))
    with pytest.raises(CoachesAlready):
        coached(cast, at, anna, fatima)
    one = reverse("ambassadors:coaching", args=[row.pk])
    client.post(one, {"request_key": uuid4(), "to": "end", "outcome": "Durft nu te bellen"})
    row.refresh_from_db()
    assert (row.until_date, row.outcome) == (at.date(), "Durft nu te bellen")
    (part, *_rest) = all_kept_of_candidate(cast.own.actor(), fatima, at)
    assert "Durft nu te bellen" in str(part.rows) and "u vond dit goed op 24 november 2026" in str(part.rows)
    wrong = client.post(one, {"request_key": uuid4(), "to": "end", "outcome": "Heeft autisme"})
    assert wrong.status_code == 409 and "Heeft autisme" in wrong.content.decode()


@pytest.mark.parametrize(
    ("facts", "refusal"),
    [
        ({"about": "Heeft autisme"}, NamesADiagnosis),
        ({"agreed_date": making.MOMENT.date() + timedelta(days=1)}, YesIsToCome),
    ],
)
def test_coaching_is_refused_in_words(cast, at, anna, fatima, facts, refusal):
    with pytest.raises(refusal):
        coached(cast, at, anna, fatima, **facts)


def test_an_introduction_ties_the_firm_and_tells_what_came_of_it(cast, at, anna, fatima, log_in):
    linde = making.employer(cast.own, "De Linde", postcode="4001 AC")
    client = log_in(cast.own.account())
    asked = {
        "entrepreneur_id": str(anna.pk), "firm_name": "de linde", "agreed_how": "call", "agreed_date": "2026-11-23"
    }  # fmt: skip
    client.post(reverse("ambassadors:new_introduction", args=[fatima.pk]), {"request_key": uuid4(), **asked})
    row = Introduction.objects.get()
    assert (row.employer, row.outcome) == (linde, "asked")
    one = reverse("ambassadors:introduction", args=[row.pk])
    client.post(one, {"request_key": uuid4(), "outcome": "work", "words": "Begint in maart"})
    assert "Begint in maart" in text_of(client.get(reverse("candidates:candidate", args=[fatima.pk])))
    with pytest.raises(NotVisible):
        commands.take_back_introduction(actor=cast.other.actor(), at=at, introduction_id=row.pk)
    Objection.objects.create(candidate=fatima, kind="employers", made_at=at)
    with pytest.raises(DoesNotWantThat):
        commands.note_introduction(
            actor=cast.own.actor(), at=at, candidate_id=fatima.pk, entrepreneur_id=anna.pk, firm_name="X",
            agreed_how="talk", agreed_date=at.date(),
        )  # fmt: skip
