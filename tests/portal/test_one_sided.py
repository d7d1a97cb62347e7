"""Nobody learns who did not choose them, and an employer learns a full name only after the candidate's yes.

Marker names, that occur nowhere else, over every page behind a link and every message that goes out.
"""

import re
from uuid import uuid4

import pytest
from tests import making
from tests.matches.making_talks import click, evening, give_hours, propose, send

from werktop.config.permissions import TABLE
from werktop.gatherings.models import Click, TalkOnQuestion
from werktop.matches import commands
from werktop.matches.commands.arranging import Choice
from werktop.matches.models import FollowUp
from werktop.post.models import Message

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

ABOUT_A_GATHERING = sorted(
    name
    for name, entry in TABLE.items()
    if entry.link in ("invitation", "talk_on") and "GET" in entry.methods
)
# keys and tokens of forms, and the moment of a calendar file
CHANGES_EACH_TIME = re.compile(
    r'name="(?:csrfmiddlewaretoken|request_key)" value="[^"]*"|"X-CSRFToken": ?"[^"]*"|[A-Za-z0-9]{64}'
    r"|DTSTAMP:\S+|SEQUENCE:\d+"
)


@pytest.fixture
def told(cast):
    """Xandrine Zonnebloem and the entrepreneur Quirijn Wolkenveld were there; nobody chose anybody yet."""
    made = evening(cast, candidates=0, entrepreneurs=0)
    came = {"arrived_at": made.gathering.starts_at}
    made.candidate = making.candidate(cast.own, "Xandrine", last_name="Zonnebloem")
    made.entrepreneur = making.entrepreneur(making.employer(cast.own), "Quirijn", last_name="Wolkenveld")
    made.candidate_guest = making.guest(made.gathering, made.candidate, **came)
    made.entrepreneur_guest = making.guest(made.gathering, made.entrepreneur, **came)
    return made


@pytest.fixture
def pages_of(visitor, address_of):
    """`pages_of(guest)`: all that this guest can open about the gathering, without what differs each time."""

    def do(guest):
        found = {}
        for name in ABOUT_A_GATHERING:
            path = address_of(guest, TABLE[name].link, page=name.removeprefix("portal:"))
            answer = visitor.get(path)
            assert answer.status_code == 200
            found[name] = CHANGES_EACH_TIME.sub("", answer.content.decode())
        return found

    return do


def answers(told, guest, chosen=None):
    """The guest answered on the own page: chose one, or nobody."""
    Click.objects.filter(chooser=guest).delete()
    if chosen is not None:
        click(told, guest, chosen, is_mutual=False)
    TalkOnQuestion.objects.update_or_create(
        gathering=told.gathering,
        guest=guest,
        defaults={"asked_at": making.MOMENT, "answered_at": making.MOMENT},
    )


@pytest.mark.parametrize("own_choice", [True, False])
@pytest.mark.parametrize("side", ["candidate", "entrepreneur"])
def test_a_guests_pages_are_the_same_whatever_the_other_answered(told, pages_of, side, own_choice):
    sides = {"candidate": told.candidate_guest, "entrepreneur": told.entrepreneur_guest}
    own = sides.pop(side)
    (other,) = sides.values()
    answers(told, own, other if own_choice else None)
    silent = pages_of(own)
    answers(told, other, None)
    assert pages_of(own) == silent
    answers(told, other, own)
    assert pages_of(own) == silent


@pytest.mark.parametrize("chooser", ["candidate", "entrepreneur"])
def test_a_wish_of_one_side_reaches_the_other_in_no_message(cast, at, told, pages_of, chooser):
    sides = {"candidate": told.candidate_guest, "entrepreneur": told.entrepreneur_guest}
    markers = {"candidate": ("Xandrine", "Zonnebloem"), "entrepreneur": ("Quirijn", "Wolkenveld")}
    (other,) = set(sides) - {chooser}
    answers(told, sides[chooser], sides[other])
    answers(told, sides[other], None)
    propose(cast, at, told)
    # as the page posts it untouched: a call is not on akkoord
    send(cast, at, told, rows=list(FollowUp.objects.exclude(ground="call").values_list("pk", flat=True)))
    assert Message.objects.filter(to_kind="candidate", purpose="next_step").exists()
    for message in Message.objects.all():
        (stranger,) = set(sides) - {message.to_kind}
        said = message.subject + message.body + message.calendar
        assert not any(name in said for name in markers[stranger]), message.purpose
        assert "koos" not in said and "niemand" not in said.lower()
    for name in markers[chooser]:
        assert all(name not in text for text in pages_of(sides[other]).values())


def test_a_result_that_is_downloaded_names_nobody(cast, told, log_in):
    answers(told, told.candidate_guest, told.entrepreneur_guest)
    answer = log_in(cast.own.account()).get(f"/gesprekken/{told.gathering.pk}/resultaat/download/")
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    for name in ("Xandrine", "Zonnebloem", "Quirijn", "Wolkenveld"):
        assert name not in text


@pytest.fixture
def what_the_employer_gets(cast, at, told, visitor, address_of):
    """All messages to the entrepreneur and the page behind the link, for a talk that was sent and called off."""

    def do():
        row = FollowUp.objects.get(status="proposed")
        send(
            cast,
            at,
            told,
            rows=[row.pk],
            choices=[Choice(row.pk, row.block.pk)] if hasattr(row, "block") else [],
        )
        row.refresh_from_db()
        Message.objects.update(status="sent", sent_at=at)
        path = address_of(told.entrepreneur_guest, "follow_up", about_kind="follow_up", about_id=row.pk)
        page = visitor.get(path).content.decode()
        file = visitor.get(f"{path}agenda.ics")
        commands.say_it_does_not_suit(actor=cast.own.actor(), at=at, follow_up_id=row.pk, said_by="candidate")
        sent = Message.objects.filter(to_kind="entrepreneur")
        assert {m.purpose for m in sent} == {"follow_up", "follow_up_off"}
        said = "".join(m.subject + m.body + m.calendar for m in sent)
        return page + said + (file.content.decode() if file.status_code == 200 else "")

    return do


@pytest.mark.parametrize("way", ["call", "by_hand"])
def test_of_a_talk_that_the_candidate_did_not_say_yes_to_an_employer_hears_the_first_name(
    cast, at, told, what_the_employer_gets, way
):
    give_hours(cast, at, told, told.entrepreneur)
    if way == "call":
        click(told, told.entrepreneur_guest, told.candidate_guest, is_mutual=False)
        propose(cast, at, told)
    else:
        commands.add_follow_up(
            actor=cast.own.actor(), at=at, gathering_id=told.gathering.pk, candidate_id=told.candidate.pk,
            entrepreneur_id=told.entrepreneur.pk, key=uuid4(),
        )  # fmt: skip
    told_employer = what_the_employer_gets()
    assert "Xandrine" in told_employer
    assert "Zonnebloem" not in told_employer


def test_after_the_candidates_yes_an_employer_hears_the_full_name(cast, at, told, what_the_employer_gets):
    give_hours(cast, at, told, told.entrepreneur)
    click(told, told.candidate_guest, told.entrepreneur_guest)
    propose(cast, at, told)
    assert "Xandrine Zonnebloem" in what_the_employer_gets()
