"""The road of an entrepreneur on a phone, in a real browser: a code by e-mail, an answer, a decision, work, and a question."""

from __future__ import annotations

import re

import pytest
from tests import making
from tests.browser.effort import PHONE
from tests.proposals.work_making import work_at

from werktop.accounts.jobs import answer_question
from werktop.accounts.models import CodeQuestion
from werktop.ambassadors.models import Ambassador
from werktop.employers.models import EmployerQuestion
from werktop.gatherings.models import Guest
from werktop.proposals.commands import propose
from werktop.proposals.models import Proposal
from werktop.work_profiles.models import WorkProfile

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_with_a_code_from_the_mail_one_answers_decides_offers_work_and_asks(
    somebody, cast, at, clock, carry_post
):
    work = work_at(cast.own, at)
    joris = work.to_call
    making.guest(making.gathering(cast.own, tables=1), joris, "invited")
    fatima = making.candidate(cast.own, "Fatima", assigned_to=cast.own.account())
    asked = {"candidate_id": fatima.pk, "reason": "Houdt van bakken.", "said_how": "talk"}
    propose(
        actor=cast.own.actor(), at=at, work_profile_id=work.pk, entrepreneur_id=joris.pk, people=[asked]
    )  # fmt: skip
    carry_post()
    visitor = somebody("ondernemer", PHONE)
    visitor.open("/mijn/in/")
    visitor.fill("Uw e-mailadres", joris.email)
    visitor.press("Stuur mij een code")
    answer_question(str(CodeQuestion.objects.get().pk))
    code = re.search(r"^\d{6}$", carry_post()[-1].body, re.M).group()
    visitor.fill("Uw code", code)
    visitor.press("Open mijn pagina")
    visitor.sees("Dag Joris")
    visitor.press("Ja, ik kom")
    visitor.open("/mijn/bedrijf/")
    visitor.follow("Bekijk en beslis")
    visitor.fill("Uw zin voor Fatima", "Kom dinsdag proeven hoe het hier is.")
    visitor.press("Ik wil kennismaken")
    visitor.open("/mijn/bedrijf/", look=False)
    visitor.follow("Bied werk aan")
    visitor.fill("Wat voor werk kan er zijn?", "Vanaf maart twee mensen in de inpak")
    visitor.press("Bied dit aan")
    visitor.open("/mijn/bedrijf/", look=False)
    visitor.press("Ik ben graag ambassadeur")
    visitor.open("/mijn/bedrijf/", look=False)
    visitor.follow("Stel een vraag")
    visitor.fill("Uw vraag", "Wie helpt bij een aangepaste werkplek?")
    visitor.press("Stuur mijn vraag")
    visitor.sees("Wie helpt bij een aangepaste werkplek?")
    assert Guest.objects.get(entrepreneur=joris).reply == "yes"
    assert Proposal.objects.get().status == "meet" and Ambassador.objects.get().entrepreneur == joris
    assert WorkProfile.objects.exclude(pk=work.pk).get().to_call == joris
    assert EmployerQuestion.objects.get().employer == joris.employer
