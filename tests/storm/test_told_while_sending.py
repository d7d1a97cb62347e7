"""An invitation leaves at the very moment that a colleague calls the gathering off, moves it, or takes the guest off the list:
who gets the invitation hears what came of it too."""

from __future__ import annotations

from datetime import timedelta

import pytest
from tests import making

from werktop.audit.actors import SYSTEM
from werktop.candidates.commands import note_left
from werktop.gatherings import messages
from werktop.gatherings.commands.cancelling import cancel_gathering
from werktop.gatherings.commands.changing import change_gathering
from werktop.gatherings.commands.guests import choose_guests, remove_guest
from werktop.gatherings.commands.inviting import invite_guests
from werktop.gatherings.models import Guest
from werktop.post import gateways
from werktop.post.commands import deliver_message
from werktop.post.models import Message

pytestmark = pytest.mark.django_db(transaction=True)
NEWS = {"cancel": "cancelled", "remove": "removed", "move": "changed", "stop": "signed_off"}


@pytest.fixture
def what_follows(cast, at, beside, monkeypatch):
    """`(act)`: the invitation is handed over, and not written down as sent yet, when a colleague does `act`; gives the
    purposes of the messages that are laid down after it."""
    gathering, person, actor = (
        making.gathering(cast.own, tables=1),
        making.candidate(cast.own),
        cast.own.actor(),
    )
    choose_guests(actor=actor, at=at, gathering_id=gathering.pk, candidate_ids=[person.pk])
    invite_guests(actor=actor, at=at, gathering_id=gathering.pk)
    invitation = Message.objects.get(purpose="invitation")
    by = {"actor": actor, "at": at + timedelta(minutes=1)}
    acts = {
        "cancel": lambda: cancel_gathering(**by, gathering_id=gathering.pk),
        "remove": lambda: remove_guest(**by, gathering_id=gathering.pk, guest_id=Guest.objects.get().pk),
        "move": lambda: change_gathering(**by, gathering_id=gathering.pk, place_name="De Nieuwe Zaal"),
        "stop": lambda: note_left(**by, candidate_id=person.pk),
    }
    send = gateways.Mail.send

    def do(act):
        def slowly(self, message):
            beside(acts[act])
            send(self, message)

        monkeypatch.setattr(gateways.Mail, "send", slowly)
        assert deliver_message(actor=SYSTEM, at=at + timedelta(minutes=1), message_id=invitation.pk) == "sent"
        (came,) = beside.end()
        assert not isinstance(came, Exception)
        return list(
            Message.objects.exclude(pk=invitation.pk)
            .filter(to_id=person.pk)
            .values_list("purpose", flat=True)
        )

    return do


@pytest.mark.parametrize("act", NEWS)
def test_whose_invitation_is_leaving_right_now_hears_what_came_of_it(what_follows, act):
    assert what_follows(act) == [NEWS[act]]


def test_without_the_hold_the_guest_comes_to_a_gathering_that_is_off(what_follows, monkeypatch):
    monkeypatch.setattr(messages, "hold_invitations", lambda *_asked: None)
    assert what_follows("cancel") == []
