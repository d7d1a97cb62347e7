"""A code of six digits opens the own page (docs/decisions/0027). Who asks for one learns nothing about who is known here.

Asking only lays a question down; whether anybody is at the address is looked up by a job, so that the answer takes as long
either way. Each person at an address gets a message with a code of their own: no screen ever lists who shares an address.
"""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import F
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from procrastinate.contrib.django import app

from werktop.accounts.holders import held_person, people_at, takes_part
from werktop.accounts.models import CodeQuestion, LoginCode, OwnSession
from werktop.audit.actors import Actor
from werktop.audit.commands import command, tell
from werktop.audit.refusals import Refusal
from werktop.audit.retention import BATCH, TERMS, erases, let_go
from werktop.post import links
from werktop.post.commands import send_message
from werktop.post.recipients import person_of, recipient_of
from werktop.post.writing import body_for, in_the_words_of, where_it_is_known
from werktop.regions import queries as regions

from .own_sessions import as_person, begin

DIGITS = 6
LIVES = timedelta(minutes=15)
"""The message says so in words."""
MOST_TRIES = 5
MOST_AN_HOUR, MOST_A_DAY = 3, 8
"""Questions for one address; what is asked beyond it gets the same answer and no message."""
MOST_PEOPLE = 4
"""More people than this at one address (a shelter, a school) get no codes there: a colleague sends them a link."""
PURPOSE = "own_code"
TIME_ZONE = "Europe/Amsterdam"


class CodeIsWrong(Refusal):
    text = gettext_lazy("Deze code klopt niet. Kijk na wat u typte.")


class CodeIsOver(Refusal):
    text = gettext_lazy("Deze code werkt niet meer. Vraag een nieuwe.")


@command(about="own_code")
def ask_code(*, actor: Actor, at: datetime, email: str, language: str = "nl") -> UUID:
    """Somebody asks for a code at an address; the question's key is for the browser that asked. Whether anybody is there is
    not looked at here."""
    question = CodeQuestion.objects.create(
        place=_mark("place", email.strip().casefold()),
        address=email.strip(),
        language=language,
        asked_at=at,
        expires_at=at + LIVES,
    )
    app.configure_task("accounts.answer_question", queue="accounts").defer(question_id=str(question.pk))
    return question.pk


@command(about="own_code")
def send_codes(*, actor: Actor, at: datetime, question_id: UUID) -> int:
    """Each person at the address of a question gets a message with a code; returns how many did. The address is forgotten.

    Nobody gets one where it was asked too often, or where too many people share the address; of several people only those whom
    we reach by e-mail do: who chose another way may not want others at the address to know.
    """
    actor.require("forget")
    question = CodeQuestion.objects.select_for_update().filter(pk=question_id).exclude(address="").first()
    if question is None:
        return 0
    address, question.address = question.address, ""
    question.save(update_fields=["address"])
    people = [] if _is_asked_too_often(question) else people_at(address)
    if len(people) > 1:
        people = [each for each in people if getattr(each[1], "preferred_channel", "email") == "email"]
    if at >= question.expires_at or len(people) > MOST_PEOPLE:
        return 0
    codes = _codes(len(people))
    for (kind, person), code in zip(people, codes, strict=True):
        LoginCode.objects.create(
            question=question, holder_kind=kind, holder_id=person.pk, mark=_code_mark(question_id, code)
        )
        _write(kind, person, code, question, actor=actor, at=at)
    tell(count=len(people))
    return len(people)


def enter_code(*, at: datetime, question_id: UUID, code: str) -> str:
    """The token of a session on the own page of whose code this is. `CodeIsWrong`; `CodeIsOver` after too many tries, too long,
    or once it was used. Not a command itself: a wrong try is counted although it is refused."""
    is_open = CodeQuestion.objects.filter(pk=question_id, expires_at__gt=at, tries__lt=MOST_TRIES)
    # counted before it is looked at: of two tries at once both count
    if not is_open.update(tries=F("tries") + 1):
        raise CodeIsOver()
    typed = "".join(c for c in code if c.isdigit())
    found = LoginCode.objects.filter(question_id=question_id, mark=_code_mark(question_id, typed)).first()
    if found is None:
        raise CodeIsWrong(field="code")
    person = person_of(found.holder_kind, found.holder_id)
    if not takes_part(person):
        raise CodeIsOver()
    who = as_person(found.holder_kind, person)
    return open_with_code(actor=who, at=at, question_id=question_id, code_id=found.pk)


@command(about="own_page")
def open_with_code(*, actor: Actor, at: datetime, question_id: UUID, code_id: UUID) -> str:
    """A session for whose code was typed; the question is over with it. `CodeIsOver` where somebody was quicker."""
    codes = LoginCode.objects.filter(pk=code_id, question_id=question_id)
    whose = codes.values_list("holder_kind", "holder_id").first()
    person = held_person(*whose) if whose else None
    code = codes.select_for_update().first()
    if code is None or not takes_part(person):
        raise CodeIsOver()
    CodeQuestion.objects.filter(pk=question_id).delete()
    return begin(
        code.holder_kind,
        person,
        way=OwnSession.Way.CODE,
        at=at,
        reach=links.reach_of("email", person.email),
    )


@erases("question", "accounts.CodeQuestion", "accounts.LoginCode")
def forget_codes(*, actor: Actor, at: datetime, most: int = BATCH) -> int:
    """Delete questions that began longer ago than their term, codes with them; returns how many."""
    over = CodeQuestion.objects.filter(asked_at__lte=TERMS["question"].before(at)).order_by("id")
    return let_go(over, most)


def _is_asked_too_often(question: CodeQuestion) -> bool:
    same = CodeQuestion.objects.filter(place=question.place, asked_at__lte=question.asked_at)
    hour, day = question.asked_at - timedelta(hours=1), question.asked_at - timedelta(days=1)
    return (
        same.filter(asked_at__gt=hour).count() > MOST_AN_HOUR
        or same.filter(asked_at__gt=day).count() > MOST_A_DAY
    )


def _codes(count: int) -> list[str]:
    found: dict[str, None] = {}
    while len(found) < count:
        found[f"{secrets.randbelow(10**DIGITS):0{DIGITS}}"] = None
    return list(found)


def _mark(what: str, said: str) -> str:
    return salted_hmac(f"werktop.code.{what}", said, algorithm="sha256").hexdigest()


def _code_mark(question_id: UUID, code: str) -> str:
    return _mark("code", f"{question_id} {code}")


def _write(kind: str, person: Any, code: str, question: CodeQuestion, *, actor: Actor, at: datetime) -> None:
    to = recipient_of(kind, person, channel="email")
    organisation = regions.organisation_by_id(person.organisation_id)
    with in_the_words_of(to, time_zone=TIME_ZONE):
        subject = _("Uw code")
        body = body_for(
            to,
            "accounts/messages/own_code",
            {
                "person": person,
                "firm": person.employer if kind == "entrepreneur" else None,
                "organisation": organisation,
                "code": code,
                "known": where_it_is_known(organisation),
            },
        )
    send_message(
        actor=actor,
        at=at,
        organisation_id=person.organisation_id,
        to=to,
        subject=subject,
        body=body,
        about_kind=PURPOSE,
        about_id=question.pk,
        purpose=PURPOSE,
    )
