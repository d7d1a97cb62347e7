"""A question of an employer comes in: at the entrance, from the own page, or heard by a colleague."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Max, Q
from django.utils.translation import gettext_lazy as _

from werktop.accounts import queries as accounts
from werktop.accounts.own_pages import OWN_FIRM
from werktop.audit.actors import Actor, system_for
from werktop.audit.commands import command
from werktop.audit.keys import new_key
from werktop.audit.refusals import NotVisible, Refusal
from werktop.audit.waiting import wait_for_others
from werktop.employers import turns
from werktop.employers.messages import tell_it_came_in
from werktop.employers.models import Employer, EmployerQuestion, Entrepreneur
from werktop.employers.models.questions import OPEN
from werktop.employers.queries.visible import held_employer
from werktop.employers.reaching import Asker, asker_in
from werktop.regions import queries as regions

MOST_WORDS = 2000
AGAIN = timedelta(days=1)
"""The same words from the same person within this time are one question."""
MOST_AN_HOUR, MOST_A_DAY = 3, 8
"""Messages to one address or number: anybody can type somebody else's. What is asked beyond it is taken, and not confirmed."""
MOST_TEXTS_A_DAY = 20
"""Text messages of a region to who asks: each costs money, and whose number it is nobody checked."""
State, Way = EmployerQuestion.State, EmployerQuestion.Way


class NothingIsAsked(Refusal):
    text = _("Schrijf in een paar woorden wat u wilt vragen.")


@command(about="employer_question")
def ask_question(
    *,
    actor: Actor,
    at: datetime,
    region_id: UUID,
    words: str,
    asker: str,
    organisation_id: UUID | None = None,
    language: str = "nl",
) -> UUID:
    """Somebody asks us something at the entrance of a region, or of an organisation in it, without an account. Who asks hears
    that it came in, and who calls by when, in our words alone: nobody checked whose address it is. Refuses `NothingIsAsked`,
    `NobodyToCall`, `NobodyNamed`. The same again within a day is the same question. Returns its key, which is for nobody to
    read."""
    return _received(
        at, region_id, _said(words), asker_in(asker), organisation_id, language=language, way=Way.ENTRANCE
    )


@command(about="employer_question")
def ask_own_question(*, actor: Actor, at: datetime, entrepreneur_id: UUID, words: str) -> UUID:
    """An entrepreneur asks us something on the own page: who asks is known."""
    actor.require(OWN_FIRM)
    person = Entrepreneur.objects.select_related("employer").filter(pk=entrepreneur_id).first()
    if person is None or (actor.kind, actor.id) != ("entrepreneur", entrepreneur_id):
        raise NotVisible()
    return _received(
        at,
        person.region_id,
        _said(words),
        Asker(f"{person.name}, {person.employer.name}"[:160], person.email, person.phone),
        person.organisation_id,
        language="nl" if "nl" in person.languages or not person.languages else "en",
        way=Way.OWN_PAGE,
        person=person,
    )


@command(about="employer_question")
def note_question(
    *,
    actor: Actor,
    at: datetime,
    employer_id: UUID,
    words: str,
    asker: str = "",
    entrepreneur_id: UUID | None = None,
) -> UUID:
    """A colleague heard a question at a firm of the region, and takes it. Who asked is one of the firm's people
    (`entrepreneur_id`), or a line with a name and how to reach them. Refuses as `ask_question` does."""
    actor.require("edit_employers")
    employer = held_employer(actor, employer_id)
    person = (
        Entrepreneur.objects.filter(pk=entrepreneur_id, employer=employer).first()
        if entrepreneur_id
        else None
    )
    if entrepreneur_id and person is None:
        raise NotVisible()
    if person is not None and (person.email or person.phone):
        found = Asker(f"{person.name}, {employer.name}"[:160], person.email, person.phone)
    else:
        found = asker_in(asker)
    row = EmployerQuestion.objects.create(
        region_id=employer.region_id,
        organisation_id=actor.organisation_id or employer.organisation_id,
        employer=employer,
        entrepreneur=person,
        words=_said(words),
        who=found.who,
        email=found.email,
        phone=found.phone,
        way=Way.HEARD,
        received_at=at,
        due_at=turns.due_at(at),
        state=State.TAKEN if actor.kind == "staff" else State.WAITING,
        taken_by_id=actor.id if actor.kind == "staff" else None,
        taken_at=at if actor.kind == "staff" else None,
        noted_by_id=actor.id if actor.kind == "staff" else None,
    )
    return row.pk


def _said(words: str) -> str:
    said = words.replace("\x00", "").strip()[:MOST_WORDS]
    if not said:
        raise NothingIsAsked(field="words")
    return said


def _received(
    at: datetime,
    region_id: UUID,
    words: str,
    found: Asker,
    organisation_id: UUID | None,
    *,
    language: str,
    way: str,
    person: Entrepreneur | None = None,
) -> UUID:
    # of the same question pressed twice at once one waits for the other, and so do turns and what is counted
    wait_for_others(f"employer question {region_id}")
    here = EmployerQuestion.objects.filter(region_id=region_id)
    same = here.filter(words=words, email=found.email, phone=found.phone, received_at__gt=at - AGAIN)
    if again := same.filter(state__in=OPEN).values_list("pk", flat=True).first():
        return again
    employer = person.employer if person else None
    if person is None:
        employer, person = _recognised(region_id, found)
    key = new_key()
    responsible = employer.organisation_id if employer else organisation_id
    proposed, house = _proposed(key, region_id, responsible, employer)
    row = EmployerQuestion.objects.create(
        id=key,
        region_id=region_id,
        organisation_id=house,
        employer=employer,
        entrepreneur=person,
        words=words,
        who=found.who,
        email=found.email,
        phone=found.phone,
        language=language if language in ("nl", "en") else "nl",
        way=way,
        received_at=at,
        due_at=turns.due_at(at),
        proposed_to_id=proposed,
    )
    if not _is_told_too_often(row):
        tell_it_came_in(actor=system_for(house, region_id), at=at, row=row)
    return row.pk


def _is_told_too_often(row: EmployerQuestion) -> bool:
    """Whether this question is one too many for who can be reached there, or for the text messages of the region's day."""
    came = EmployerQuestion.objects.exclude(way=Way.HEARD)
    same = came.filter(email__iexact=row.email) if row.email else came.filter(email="", phone=row.phone)
    hour, day = row.received_at - timedelta(hours=1), row.received_at - timedelta(days=1)
    texts = came.filter(region_id=row.region_id, email="", received_at__gt=day)
    return (
        same.filter(received_at__gt=hour).count() > MOST_AN_HOUR
        or same.filter(received_at__gt=day).count() > MOST_A_DAY
        or (not row.email and texts.count() > MOST_TEXTS_A_DAY)
    )


def _recognised(region_id: UUID, found: Asker) -> tuple[Employer | None, Entrepreneur | None]:
    """The firm, and the person, of the region with this e-mail address or number; of several people of one firm the firm alone."""
    same = Q(pk=None)
    if found.email:
        same |= Q(email__iexact=found.email)
    if found.phone:
        same |= Q(phone=found.phone)
    people = list(
        Entrepreneur.objects.filter(same, employer__region_id=region_id, is_active=True)
        .select_related("employer")
        .order_by("id")[:20]
    )
    firms = {each.employer_id for each in people}
    if len(firms) != 1:
        return None, None
    return people[0].employer, people[0] if len(people) == 1 else None


def _proposed(
    key: UUID, region_id: UUID, responsible_id: UUID | None, employer: Employer | None
) -> tuple[UUID | None, UUID]:
    """Whom the rule thinks of first, and of which organisation: who speaks with the firm for us, else of the organisation that
    answers for the firm or whose page it is, else of the region; among them in turns."""
    houses = list(regions.organisations_in(region_id).values_list("pk", flat=True))
    may = accounts.who_may("edit_employers", houses)
    turn = EmployerQuestion.objects.filter(region_id=region_id, proposed_to__isnull=False)
    last = dict(turn.values_list("proposed_to").annotate(last=Max("received_at")).order_by())
    own = [account for account, house in may if house == responsible_id]
    speaks = (
        set(employer.contact_people.filter(until_date=None).values_list("account_id", flat=True))
        if employer
        else set()
    )
    known = [account for account, _house in may if account in speaks]
    chosen = turns.next_in_turn(key, [known, own, [account for account, _house in may]], last)
    theirs = sorted(house for account, house in may if account == chosen)
    if responsible_id in theirs or not theirs:
        return chosen, responsible_id or houses[0]
    return chosen, theirs[0]
