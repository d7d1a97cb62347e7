"""The road after the day: with whom to talk on, talks proposed and sent (C6), what came of it (C7)."""

from __future__ import annotations

import csv
import io
from datetime import timedelta

from tests.road.before_the_day import DAY, HERE
from tests.road.mails import address_in, event_in
from tests.road.walking import Walker, links_in

from werktop.gatherings.models import Agreement, Click, Guest
from werktop.matches.models import FollowUp, FreeBlock, NextStep
from werktop.matches.queries.own_talk import TAKE_BACK


def guests_say_with_whom_they_want_to_talk_on(road):
    manager = road.manager
    manager.press("Stuur de vraag")
    mails = road.carry_post()
    assert len(mails) == Guest.objects.filter(arrived_at__isnull=False).count()
    before, scanner = road.rows_now(), Walker()
    asked = {}
    for sent in mails:
        (asked[address_in(sent)],) = {link for link in links_in(sent.body) if "/verder/" in link}
        scanner.open(asked[address_in(sent)])
    assert road.rows_now() == before, "a scanner chose somebody"
    for address, link in asked.items():
        guest = Walker()
        guest.open(link)
        form, save = guest.page.form_with("Dit is mijn antwoord")
        people = [value for value, _words in form.choices("person")]
        if address.endswith("@firma.example"):
            hours = [value for value, _words in form.choices("block")]
            # what the host noted as agreed is ticked already: taking that off would be an answer too
            agreed = [each.value for each in form.controls if each.name == "person" and each.is_on]
            chosen = list(dict.fromkeys([*agreed, *people[:3]]))
            guest.send(form, save, {"person": chosen, "most_talks": "2", "block": hours[-4:]})
        else:
            guest.send(form, save, {"person": people})
        assert "uw antwoord is bewaard" in guest.page.words
        (question,) = [f for f in guest.page.forms if any(b.name == "score" for b in f.buttons)]
        guest.send(question, question.buttons[3], {})
    assert FreeBlock.objects.count() == 14 * 4
    assert Click.objects.exists()


def talks_are_proposed_changed_and_sent(road):
    manager = road.manager
    manager.open(f"{road.home}dag/")
    manager.follow("Na")
    manager.press("Stel gesprekken voor")
    proposed = FollowUp.objects.filter(status="proposed")
    assert Agreement.objects.count() == 2
    for each in Agreement.objects.select_related("candidate_guest", "entrepreneur_guest"):
        told = {
            "candidate_id": each.candidate_guest.candidate_id,
            "entrepreneur_id": each.entrepreneur_guest.entrepreneur_id,
        }
        assert proposed.filter(**told).exists(), "what was agreed aloud stands"
    assert proposed.filter(ground="mutual").exists()
    form, send = manager.page.form_with("Verstuur")
    changed = proposed.filter(starts_at__isnull=False).earliest("pk")
    name = f"choice-talk:{changed.pk}"
    other = next(v for v, w in form.choices(name) if v not in ("", "call", "drop"))
    planned, steps = proposed.count(), NextStep.objects.count()
    was = changed.starts_at
    manager.send(form, send, {name: other})
    changed.refresh_from_db()
    assert changed.starts_at != was
    assert FollowUp.objects.filter(status="sent").count() == planned
    mails = road.carry_post()
    assert len(mails) == 2 * planned + steps
    about = [m for m in mails if m.subject == "Uw afspraak"]
    assert len(about) == 2 * planned
    dated = [m for m in about if m.attachments or "text/calendar" in m.message().as_string()]
    assert len(dated) == 2 * FollowUp.objects.filter(starts_at__isnull=False).count()
    for sent in dated:
        assert event_in(sent)["dtstart"].dt > DAY
    road.talk, road.appointments = changed, about
    road.planned = planned


def an_appointment_does_not_suit(road):
    candidate = road.talk.candidate
    (sent,) = [
        m for m in road.appointments if address_in(m) == candidate.email and _hour(road.talk) in m.body
    ]
    (link,) = {each for each in links_in(sent.body) if "/afspraak/" in each}
    before = road.rows_now()
    guest = Walker()
    guest.open(link)
    assert road.rows_now() == before
    guest.press("Dit moment kan niet")
    assert "gaat niet door" in guest.page.words
    assert not road.carry_post()  # a tap by mistake can be taken back before anybody hears of it
    road.clock.set(road.clock.moment + TAKE_BACK)
    off = road.carry_post()
    assert {address_in(m) for m in off} == {candidate.email, road.talk.entrepreneur.email}
    assert {event_in(m)["status"] for m in off} == {"CANCELLED"}
    manager = road.manager
    manager.open("/")
    assert candidate.name in manager.page.words
    manager.follow("Kies een ander moment")
    form, send = manager.page.form_with("Verstuur")
    name = f"choice-talk:{road.talk.pk}"
    other = next(v for v, w in form.choices(name) if v not in ("", "call", "drop"))
    manager.send(form, send, {name: other})
    again = road.carry_post()
    assert {address_in(m) for m in again} == {candidate.email, road.talk.entrepreneur.email}
    road.talk.refresh_from_db()
    assert road.talk.status == "sent"


def _hour(talk):
    return f"{talk.starts_at.astimezone(HERE):%H.%M}"


def what_came_of_it_is_noted(road):
    manager = road.manager
    road.clock.set(DAY + timedelta(days=30))
    manager.open(f"/gesprekken/vervolg/{road.talk.pk}/")
    form, save = manager.page.form_with("Bewaar")
    outcome = form.choices("outcome")[0][0]
    manager.send(form, save, {"outcome": outcome, "outcome_words": "Gaat maandag een dag meelopen."})
    road.talk.refresh_from_db()
    assert road.talk.outcome == outcome
    assert "meelopen" in manager.page.words


def the_result_is_told(road):
    manager = road.manager
    manager.open(f"{road.home}resultaat/")
    manager.follow("Download")
    rows = list(csv.reader(io.StringIO(manager.page.content.decode("utf-8-sig")), delimiter=";"))
    told = {row[0]: row[1] for row in rows if len(row) > 1}
    came = Guest.objects.filter(arrived_at__isnull=False)
    assert told["kandidaten uitgenodigd"] == "50"
    assert told["kandidaten kwamen"] == str(came.filter(kind="candidate").count())
    assert told["ondernemers kwamen"] == "14"
    assert told["vervolgafspraken gemaakt"] == str(road.planned)
    assert told["vervolggesprekken geweest"] == "1"
    assert told["talenten gezien"] == "6"
    assert told["afspraken aan tafel"] == "2"
    manager.open(f"{road.home}resultaat/")
    for words in ("kandidaten uitgenodigd", "vervolgafspraken"):
        assert words in manager.page.words
    road.gathering.refresh_from_db()
    assert road.gathering.status == "finished"
