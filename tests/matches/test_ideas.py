"""Ideas out of the network of who was there: they keep where they come from, and one can act upon them."""

from uuid import uuid4

import pytest
from django.utils import translation
from tests import making
from tests.matches.making_talks import evening, propose, send

from werktop.audit.refusals import NotAllowed, NotVisible
from werktop.employers.models import KnownFirm
from werktop.matches import commands
from werktop.matches.commands.steps import StepChoice
from werktop.matches.ideas import ideas_for
from werktop.matches.models import NextStep
from werktop.matches.queries.steps import steps_of
from werktop.matches.refusals import IdeaIsGone, StepIsTaken

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.fixture
def told(cast, at):
    """Bo likes to pack and to cook; Joris knows a packer's and a cook's, Ineke a firm that asks for neither."""
    made = evening(cast, candidates=0, entrepreneurs=2)
    made.bo = making.candidate(cast.own, "Bo", term_codes=("inpakken", "koken"))
    making.guest(made.gathering, made.bo, arrived_at=at)
    made.packer = making.employer(cast.own, "Inpak Linge", term_codes=("inpakken", "koken"))
    made.cook = making.employer(cast.own, "Kookhuis", term_codes=("koken",))
    made.garage = making.employer(cast.own, "Garage Dijk")
    for who, firm in ((0, made.packer), (0, made.cook), (1, made.garage)):
        KnownFirm.objects.create(entrepreneur=made.partners[who], firm_name=firm.name, employer=firm)
    propose(cast, at, made)
    made.step = NextStep.objects.get()
    return made


def words_of(step) -> str:
    return steps_of([NextStep.objects.get(pk=step.pk)])[0].words


def choose(cast, at, told, firm, *, actor=None, partner=0):
    commands.choose_next_step(
        actor=actor or cast.own.actor(), at=at, next_step_id=told.step.pk,
        introducer_id=told.partners[partner].pk if firm else None, firm_id=firm.pk if firm else None,
    )  # fmt: skip


def test_the_step_keeps_through_whom_it_goes_and_to_which_firm(told):
    assert (told.step.reason, told.step.introducer, told.step.firm) == (
        "network",
        told.partners[0],
        told.packer,
    )
    assert told.step.words == ""


def test_its_words_are_in_the_language_of_the_reader(told):
    assert "Joris Maas kent Inpak Linge" in words_of(told.step)
    with translation.override("en"):
        assert "Joris Maas knows Inpak Linge" in words_of(told.step)


def test_the_best_idea_comes_first_and_a_firm_that_asks_for_nothing_fitting_is_none(told):
    found = ideas_for(told.gathering.pk, [told.bo.pk])[told.bo.pk]
    assert [(idea.firm_name, len(idea.terms)) for idea in found] == [("Inpak Linge", 2), ("Kookhuis", 1)]


def test_another_idea_becomes_the_next_step_and_it_can_be_changed_back(cast, at, told):
    choose(cast, at, told, told.cook)
    assert "Joris Maas kent Kookhuis" in words_of(told.step)
    choose(cast, at, told, None)
    assert "Bel en praat na" in words_of(told.step)
    choose(cast, at, told, told.packer)
    assert NextStep.objects.get().firm == told.packer


def test_it_can_be_chosen_while_sending(cast, at, told):
    commands.send_follow_ups(
        actor=cast.own.actor(), at=at, gathering_id=told.gathering.pk, agreed_ids=[], choices=[],
        step_ids=[told.step.pk], step_choices=[StepChoice(told.step.pk, told.partners[0].pk, told.cook.pk)],
    )  # fmt: skip
    row = NextStep.objects.get()
    assert (row.firm, row.told_at) == (told.cook, at)


def test_what_is_no_idea_any_more_is_refused(cast, at, told):
    for firm, partner in ((told.garage, 1), (told.packer, 1)):
        with pytest.raises(IdeaIsGone):
            choose(cast, at, told, firm, partner=partner)
    KnownFirm.objects.filter(employer=told.cook).delete()
    with pytest.raises(IdeaIsGone):
        choose(cast, at, told, told.cook)


def test_a_step_that_was_taken_stays(cast, at, told):
    commands.finish_next_step(actor=cast.own.actor(), at=at, next_step_id=told.step.pk)
    with pytest.raises(StepIsTaken):
        choose(cast, at, told, told.cook)


def test_another_organisation_and_another_role_choose_nothing(cast, at, told):
    with pytest.raises(NotVisible):
        choose(cast, at, told, told.cook, actor=cast.other.actor())
    with pytest.raises(NotAllowed):
        choose(cast, at, told, told.cook, actor=cast.own.actor("coordinator"))


def test_when_the_introducer_goes_the_step_is_to_talk_it_over(told):
    told.partners[0].delete()
    assert "Bel en praat na" in words_of(told.step)


def test_the_page_says_whom_to_call_and_takes_another_idea(cast, at, log_in, told):
    send(cast, at, told)
    client, address = log_in(cast.own.account()), f"/gesprekken/stap/{told.step.pk}/"
    page = client.get(address).content.decode()
    for words in ("06 11111111", "Joris Maas kent Kookhuis", "past bij", "Gedaan"):
        assert words in page
    idea = f"idea:{told.partners[0].pk}/{told.cook.pk}"
    assert client.post(address, {"idea": idea, "request_key": str(uuid4())}).status_code == 302
    assert NextStep.objects.get().firm == told.cook
    assert f'id="step-{told.step.pk}"' in client.get(f"/gesprekken/{told.gathering.pk}/na/").content.decode()
    for wrong in ("idea:x/y", "niets"):
        answer = client.post(address, {"idea": wrong, "request_key": str(uuid4())})
        assert (answer.status_code, "Laad de pagina opnieuw" in answer.content.decode()) == (409, True)


def test_an_idea_that_went_meanwhile_says_so_and_the_page_stays(cast, log_in, told):
    idea = f"idea:{told.partners[0].pk}/{told.cook.pk}"
    KnownFirm.objects.filter(employer=told.cook).delete()
    answer = log_in(cast.own.account()).post(
        f"/gesprekken/stap/{told.step.pk}/", {"idea": idea, "request_key": str(uuid4())}
    )
    assert answer.status_code == 409
    assert "idee is er niet meer" in answer.content.decode()
