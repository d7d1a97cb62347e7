"""What it costs an entrepreneur on a phone, counted in a real browser: work, a fellow, a decision, and a question."""

from __future__ import annotations

import re

import pytest
from django.core import mail
from django.urls import reverse
from django.utils.text import slugify
from tests import making
from tests.browser.effort import PHONE
from tests.own_pages import own_cookie
from tests.proposals.work_making import work_at

from werktop.employers.models import EmployerQuestion
from werktop.proposals.commands import propose
from werktop.proposals.models import Proposal
from werktop.work_profiles.models import WorkProfile

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_work_is_offered_in_one_sentence_on_one_screen(somebody, cast, at, clock, live_server, counts):
    joris = making.entrepreneur(making.employer(cast.own), "Joris", email="joris@post.example")
    making.guest(making.gathering(cast.own, tables=1), joris, "invited")
    visitor = somebody("ondernemer", PHONE)
    visitor.page.context.add_cookies([own_cookie(joris, at, live_server.url)])
    visitor.open(reverse("portal:own_firm"))
    visitor.open(reverse("portal:own_work"))
    visitor.start_counting()
    visitor.fill("Wat voor werk kan er zijn?", "Vanaf maart twee mensen in de inpak")
    visitor.press("Bied dit aan")
    assert WorkProfile.objects.get().to_call == joris
    counts(
        visitor, who="entrepreneur", task="offer work in one sentence", starts_at="the empty form",
        most_steps=1, most_taps=1, most_fields=1,
    )  # fmt: skip


def test_a_fellow_is_brought_in_with_two_fields(somebody, cast, at, clock, live_server, counts):
    joris = making.entrepreneur(making.employer(cast.own), "Joris", email="joris@post.example")
    visitor = somebody("ondernemer", PHONE)
    visitor.page.context.add_cookies([own_cookie(joris, at, live_server.url)])
    visitor.open(reverse("portal:bring_in"))
    visitor.start_counting()
    visitor.fill("Naam van het bedrijf of van de ondernemer", "Garage Smit")
    visitor.fill("E-mailadres of telefoonnummer", "06 12345678")
    visitor.press("Stuur in")
    visitor.sees("Garage Smit")
    counts(
        visitor, who="entrepreneur", task="bring in a fellow entrepreneur", starts_at="the empty form",
        most_steps=1, most_taps=2, most_fields=2,
    )  # fmt: skip


def test_an_employer_decides_with_a_reason(somebody, cast, at, clock, carry_post, counts):
    work = work_at(cast.own, at)
    fatima = making.candidate(cast.own, "Fatima", assigned_to=cast.own.account())
    asked = {"candidate_id": fatima.pk, "reason": "Houdt van bakken.", "said_how": "talk"}
    propose(
        actor=cast.own.actor(),
        at=at,
        work_profile_id=work.pk,
        entrepreneur_id=work.to_call_id,
        people=[asked],
    )
    carry_post()
    visitor = somebody("werkgever", PHONE)
    visitor.open(re.search(r"/voorstel/\S+", mail.outbox[-1].body).group())
    visitor.start_counting()
    visitor.fill("Uw zin voor Fatima", "Nu zoeken wij iemand voor de nacht.")
    visitor.press("Nee, dit past niet")
    row = Proposal.objects.get()
    assert (row.status, row.decided_words) == ("not_now", "Nu zoeken wij iemand voor de nacht.")
    counts(
        visitor, who="employer", task="decide on a proposal, with a reason", starts_at="the link in the message",
        most_steps=1, most_taps=1, most_fields=1,
    )  # fmt: skip


def test_a_question_is_left_in_two_fields(somebody, cast, clock, counts):
    visitor = somebody("werkgever", PHONE)
    visitor.open(reverse("portal:entrance", args=[slugify(cast.region.name)]))
    visitor.start_counting()
    visitor.fill("Uw vraag", "Wie kan ons helpen met twee mensen?")
    visitor.fill("Uw naam of bedrijf, met telefoon of e-mail", "Bakkerij Jansen, 06 12345678")
    visitor.press("Stuur mijn vraag")
    assert EmployerQuestion.objects.get().phone == "+31612345678"
    counts(
        visitor, who="employer", task="leave a question in two fields", starts_at="the region's page",
        most_steps=1, most_taps=2, most_fields=2,
    )  # fmt: skip
