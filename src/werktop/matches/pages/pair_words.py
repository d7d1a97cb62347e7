"""What is said about a proposal: why it is there, what stands in its way, when it is, and with whom else it could be."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.formats import date_format, time_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ..market import Wishes
from ..models import Ground
from ..queries.callers import calls_to
from ..queries.clashes import does_clash
from ..queries.others import Other
from ..queries.room import Spans, busy_beside, gathering_at_that_hour
from ..queries.steps import Step
from ..queries.talks import Talk
from ..refusals import ANOTHER_TIME, at_gathering
from ..standing import Lost, Otherwise, who_answered_otherwise, who_wants


def moment(at: datetime) -> str:
    """A moment as a colleague says it: "vrijdag 11 december, 10.00"."""
    return date_format(timezone.localtime(at), "DATETIME_FORMAT")


def short_moment(at: datetime) -> str:
    """The same on a small button: "vr 11 dec, 10.00"."""
    local = timezone.localtime(at)
    return f"{date_format(local, 'D j M').lower()}, {time_format(local, 'TIME_FORMAT')}"


def lost_in_words(talk: Talk, lost: Lost) -> str:
    """Why a proposal stands no more."""
    names = {"candidate": talk.candidate.name, "entrepreneur": talk.entrepreneur.name}
    return {
        Lost.CANDIDATE: _("%(candidate)s wil toch niet verder praten."),
        Lost.ENTREPRENEUR: _("%(entrepreneur)s wil toch niet verder praten."),
        Lost.BOTH: _("%(candidate)s en %(entrepreneur)s willen toch niet verder praten."),
        Lost.AGREEMENT: _("Wat %(candidate)s en %(entrepreneur)s aan tafel afspraken, is weggehaald."),
        Lost.CANDIDATE_STOPPED: _("%(candidate)s doet niet meer mee."),
        Lost.ENTREPRENEUR_STOPPED: _("%(entrepreneur)s doet niet meer mee."),
    }[lost] % names


def otherwise_in_words(talk: Talk, who: Otherwise) -> str:
    """Who answered otherwise after the two agreed aloud at the table."""
    names = {"candidate": talk.candidate.name, "entrepreneur": talk.entrepreneur.name}
    return {
        Otherwise.CANDIDATE: _("Aan tafel is iets afgesproken, maar %(candidate)s koos daarna zelf anders."),
        Otherwise.ENTREPRENEUR: _(
            "Aan tafel is iets afgesproken, maar %(entrepreneur)s koos daarna zelf anders."
        ),
        Otherwise.BOTH: _(
            "Aan tafel is iets afgesproken, maar %(candidate)s en %(entrepreneur)s kozen daarna zelf anders."
        ),
    }[who] % names


def withdrawn_in_words(talk: Talk, lost: Lost | Otherwise) -> str:
    """Whose wish was taken back after the appointment went out, and what to do."""
    to_do = _("De afspraak staat nog. Bel en vraag of het gesprek doorgaat.")
    if isinstance(lost, Otherwise):
        return otherwise_in_words(talk, lost) + " " + to_do
    names = {"candidate": talk.candidate.first_name, "entrepreneur": talk.entrepreneur.first_name}
    words = {
        Lost.CANDIDATE: _("%(candidate)s nam de keuze terug."),
        Lost.ENTREPRENEUR: _("%(entrepreneur)s nam de keuze terug."),
        Lost.BOTH: _("%(candidate)s en %(entrepreneur)s namen de keuze terug."),
        Lost.AGREEMENT: _("Wat %(candidate)s en %(entrepreneur)s aan tafel afspraken, is weggehaald."),
        Lost.CANDIDATE_STOPPED: _("%(candidate)s doet niet meer mee."),
        Lost.ENTREPRENEUR_STOPPED: _("%(entrepreneur)s doet niet meer mee."),
    }[lost]
    return words % names + " " + to_do


def never_heard_in_words(talk: Talk, people: Sequence[Any], organisation_id: UUID | None) -> str:
    """Who of an appointment that has begun never heard of it, and who calls, for a reader of this organisation; "" where
    nobody."""
    names = _(" en ").join(each.first_name for each in people)
    words = _("Het bericht van deze afspraak kwam niet op tijd aan bij %(names)s.") % {"names": names}
    return f"{words} {calls_to(people, talk.callers, organisation_id)}" if names else ""


def warning_of(
    talk: Talk, lost: Lost | None, who: Otherwise | None, at: datetime, from_day: datetime, spans: Spans
) -> str:
    """What stands in the way of sending this proposal as it is, and what to do; "" where nothing does."""
    if lost is not None:
        return lost_in_words(talk, lost) + " " + _("Dit gesprek gaat niet de deur uit.")
    asks_first = ""
    if who is not None:
        asks_first = (
            otherwise_in_words(talk, who) + " " + _("Bel eerst, en vraag of het gesprek nog doorgaat.")
        )
    return " ".join(filter(None, (asks_first, _warning_of_hour(talk, at, from_day, spans))))


def _warning_of_hour(talk: Talk, at: datetime, from_day: datetime, spans: Spans) -> str:
    if talk.row.starts_at is not None and talk.row.starts_at <= at:
        return _("Dit tijdstip is al geweest. Kies een ander.")
    people = {talk.row.candidate_id: talk.candidate, talk.row.entrepreneur_id: talk.entrepreneur}
    found = gathering_at_that_hour(spans, people, talk.row.starts_at, talk.row.ends_at)
    if found is not None:
        who, span = people[found[0]].name, found[1]
        there = at_gathering(who, span.gathering, span.starts_at, is_waiting=span.is_waiting)
        return f"{there} {ANOTHER_TIME}"
    if does_clash(busy_beside(spans, talk.row), talk.row.starts_at, talk.row.ends_at):
        return _("Een van beiden heeft dan al een ander gesprek. Kies een ander tijdstip.")
    if talk.row.starts_at is not None and talk.row.starts_at < from_day:
        return _(
            "Dit is al gauw: er zitten geen twee werkdagen meer tussen. Kies een ander, of bel beiden eerst."
        )
    return ""


def without_phone_in_words(talk: Talk) -> str:
    """Who of the two cannot be called, for who is about to; "" where both can."""
    names = [person.first_name for person in talk.without_phone]
    words = ngettext(
        "Van %(names)s is geen telefoonnummer: mail of schrijf.",
        "Van %(names)s zijn geen telefoonnummers: mail of schrijf.",
        len(names),
    )
    return words % {"names": _(" en ").join(names)} if names else ""


def who_takes_up(step: Step, organisation_id: UUID | None) -> str:
    """Whose next step it is (done: was), for a reader of this organisation: another organisation's candidate is theirs
    to call."""
    if step.row.done_at:
        return step.owner.name if step.owner else step.row.organisation.name
    if step.row.organisation_id != organisation_id:
        return _("gaat naar een collega van %(organisation)s") % {"organisation": step.row.organisation.name}
    if step.owner is None:
        return _("staat bij alle relatiemanagers op Vandaag")
    return _("%(name)s pakt dit op") % {"name": step.owner.name}


def why(talk: Talk, wishes: Wishes, viewer_id: UUID | None) -> str:
    """Why a talk is proposed; of what a colleague thought of, whose thought it is and who is to be asked first."""
    row = talk.row
    names = {"candidate": talk.candidate.first_name, "entrepreneur": talk.entrepreneur.first_name}
    if row.ground == Ground.BY_HAND:
        return " ".join(
            words for words in (_thought(talk, viewer_id), row.words, _ask(talk, wishes)) if words
        )
    if row.words:
        return row.words
    if who_answered_otherwise(row, wishes):
        return ""  # the warning says what was agreed, and what was said since
    is_agreed = (row.candidate_id, row.entrepreneur_id) in wishes.agreed
    if row.ground == Ground.MUTUAL and is_agreed:
        return (
            _("%(candidate)s en %(entrepreneur)s spraken dit aan tafel af. Beiden kozen daarna voor elkaar.")
            % names
        )
    if row.ground == Ground.AGREED:
        return _("%(candidate)s en %(entrepreneur)s spraken dit aan tafel af.") % names
    if row.ground == Ground.CALL:
        return _("%(entrepreneur)s wil graag verder praten. Bel %(candidate)s: is daar ook zin in?") % names
    if row.ground == Ground.HOST:
        return (
            _(
                "De tafelhost zag dat het klikte. Zelf zeiden %(candidate)s en %(entrepreneur)s het nog niet allebei."
            )
            % names
        )
    return _("%(candidate)s en %(entrepreneur)s willen allebei verder praten.") % names


def _thought(talk: Talk, viewer_id: UUID | None) -> str:
    if talk.made_by is None:
        return _("Een collega stelt dit voor.")
    if talk.made_by.pk == viewer_id:
        return _("Jij stelt dit voor.")
    return _("%(name)s stelt dit voor.") % {"name": talk.made_by.name}


def _ask(talk: Talk, wishes: Wishes) -> str:
    wants = who_wants(wishes, talk.candidate.pk, talk.entrepreneur.pk)
    if (talk.candidate.pk, talk.entrepreneur.pk) in wishes.facts:
        return ""
    people = (talk.candidate, talk.entrepreneur)
    silent = [person.first_name for person, is_wish in zip(people, wants, strict=True) if not is_wish]
    if len(silent) == 2:
        return _("Vraag eerst aan %(one)s en %(other)s of zij dit willen.") % {
            "one": silent[0],
            "other": silent[1],
        }
    return _("Vraag eerst aan %(name)s of die dit wil.") % {"name": silent[0]} if silent else ""


def name_and_firm(entrepreneur: Any) -> str:
    """Who, and of which firm."""
    return f"{entrepreneur.name}, {entrepreneur.employer.name}"


def name_in_list(other: Other) -> str:
    """Another entrepreneur in a list, with a word where there is no room for one more talk."""
    name = name_and_firm(other.entrepreneur)
    return _("%(name)s (heeft genoeg gesprekken)") % {"name": name} if other.is_full else name


def other_in_words(other: Other, candidate: Any) -> str:
    """Why another entrepreneur, and when it would be."""
    names = {"candidate": candidate.first_name, "entrepreneur": other.entrepreneur.first_name}
    words = {
        "both": _("beiden willen verder praten"),
        "candidate": _("%(candidate)s wil ook met %(entrepreneur)s verder") % names,
        "entrepreneur": _("%(entrepreneur)s wil ook met %(candidate)s verder") % names,
    }[other.wish]
    if other.is_full:
        return _("%(words)s, maar %(entrepreneur)s heeft genoeg gesprekken") % {"words": words, **names}
    return f"{words}, {moment(other.starts_at)}" if other.starts_at else words
