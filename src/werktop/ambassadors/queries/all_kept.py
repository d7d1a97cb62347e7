"""What this room keeps of a candidate and of an entrepreneur, in words for that person."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from werktop.ambassadors.models import Ambassador, Coaching, Fellow, Idea, Introduction
from werktop.audit.actors import Actor
from werktop.audit.kept import Part, day, earlier, in_words

OFFERED = {
    "offers": gettext_lazy("Wat u als ambassadeur doet"),
    "words": gettext_lazy("Wat u daarover zei"),
}
ANSWERED = {"answer": gettext_lazy("Wat we met uw idee deden")}
COACHED = {"about": gettext_lazy("Waar u samen aan werkt"), "outcome": gettext_lazy("Wat het bracht")}
CAME = {
    "outcome": gettext_lazy("Wat ervan kwam"),
    "words": gettext_lazy("Wat daarover gezegd is"),
    "talk_place": gettext_lazy("Waar het gesprek was"),
}


def all_kept_of_entrepreneur(viewer: Actor, person: Any, at: datetime) -> list[Part]:
    """What an entrepreneur does for the network, and whom they named. Of candidates nothing is said: that is theirs."""
    ambassador = list(Ambassador.objects.filter(entrepreneur=person).order_by("since_date", "id"))
    ideas = list(Idea.objects.filter(entrepreneur=person).order_by("made_at", "id"))
    before = earlier(Ambassador, [row.pk for row in ambassador], OFFERED)
    answers = earlier(Idea, [row.pk for row in ideas], ANSWERED)
    fellows = Fellow.objects.filter(entrepreneur=person).order_by("named_at", "id")
    coaching = Coaching.objects.filter(entrepreneur=person).order_by("since_date", "id")
    introduced = Introduction.objects.filter(entrepreneur=person).order_by("noted_at", "id")
    talks = Introduction.objects.filter(talk_with=person).order_by("talk_at", "id")
    return [
        Part(
            _("U bent ambassadeur"),
            [line for row in ambassador for line in [_is_ambassador(row), *before.get(row.pk, [])]],
            ("firm",),
        ),
        Part(_("Wie u meebracht of noemde"), [_named(row) for row in fellows], ("settled", "contact")),
        Part(
            _("Uw ideeën"),
            [line for row in ideas for line in [_idea(row), *answers.get(row.pk, [])]],
            ("firm",),
        ),
        Part(
            _("U coacht iemand"),
            [(_from_until(row), row.about) for row in coaching],
            ("candidate",),
            note=_("Wie het is, staat er niet bij: dat is van die persoon zelf."),
        ),
        Part(
            _("U stelde iemand voor"),
            [(day(row.noted_at), f"{row.firm_name} ({row.get_outcome_display()})") for row in introduced],
            ("candidate",),
        ),
        Part(
            _("U sprak of spreekt iemand die aan u is voorgesteld"),
            [(day(row.talk_at), row.talk_place) for row in talks if row.talk_at],
            ("candidate",),
        ),
    ]


def all_kept_of_candidate(viewer: Actor, candidate: Any, at: datetime) -> list[Part]:
    """Who coaches a candidate, and where somebody was introduced."""
    is_own = viewer.kind == "candidate" and viewer.id == candidate.pk and viewer.can("own_strong")
    is_colleague = viewer.can("edit_candidates") and viewer.organisation_id == candidate.organisation_id
    if not (is_own or is_colleague):
        return []
    coaching = list(
        Coaching.objects.filter(candidate=candidate)
        .select_related("entrepreneur__employer")
        .order_by("since_date", "id")
    )
    introduced = list(
        Introduction.objects.filter(candidate=candidate)
        .select_related("entrepreneur__employer")
        .order_by("noted_at", "id")
    )
    met = {*(row.entrepreneur_id for row in coaching), *(row.entrepreneur_id for row in introduced)}
    people = tuple(("entrepreneur", key) for key in sorted(met))
    before = earlier(Coaching, [row.pk for row in coaching], COACHED)
    came = earlier(Introduction, [row.pk for row in introduced], CAME)
    return [
        Part(
            _("Wie u coacht"),
            [line for row in coaching for line in [_coached(row), *before.get(row.pk, [])]],
            ("candidate",),
            people=people,
        ),
        Part(
            _("Bij wie u bent voorgesteld"),
            [line for row in introduced for line in [_introduced(row), *came.get(row.pk, [])]],
            ("candidate",),
        ),
    ]


def _is_ambassador(row: Ambassador) -> tuple[str, str]:
    offers = in_words(Ambassador, "offers", row.offers)
    told = _("u zei het op uw eigen pagina") if row.is_by_self else ""
    return _from_until(row), "; ".join(filter(None, (offers, row.words, told)))


def _named(row: Fellow) -> tuple[str, str]:
    reach = row.email or row.phone
    return day(row.named_at), "; ".join(filter(None, (row.name, reach, row.get_state_display(), row.words)))


def _idea(row: Idea) -> tuple[str, str]:
    hall = _("%(n)d mensen") % {"n": row.people_count} if row.people_count else ""
    told = (
        row.get_kind_display(), row.words, row.when_words, hall, _("drempelvrij") if row.is_step_free else "",
        day(row.from_date), row.get_state_display(), row.answer,
    )  # fmt: skip
    return day(row.made_at), "; ".join(filter(None, map(str, told)))


def _coached(row: Coaching) -> tuple[str, str]:
    return _from_until(row), "; ".join(filter(None, (_who(row), row.about, row.outcome, _agreed(row))))


def _introduced(row: Introduction) -> tuple[str, str]:
    told = (
        _("door %(who)s") % {"who": _who(row)},
        row.firm_name,
        row.get_outcome_display(),
        _talk(row),
        row.words,
        _agreed(row),
    )
    return day(row.noted_at), "; ".join(filter(None, map(str, told)))


def _talk(row: Introduction) -> str:
    """The talk that was planned by it."""
    if row.talk_at is None:
        return ""
    told = {"day": day(row.talk_at), "place": row.talk_place or row.firm_name}
    return (
        _("gesprek gehouden op %(day)s, %(place)s")
        if row.talk_held_at
        else _("gesprek op %(day)s, %(place)s")
    ) % told


def _who(row: Any) -> str:
    return f"{row.entrepreneur.name}, {row.entrepreneur.employer.name}"


def _agreed(row: Any) -> str:
    return _("u vond dit goed op %(day)s, %(how)s") % {
        "day": day(row.agreed_date),
        "how": row.get_agreed_how_display(),
    }


def _from_until(row: Any) -> str:
    if row.until_date:
        return _("%(one)s tot %(other)s") % {"one": day(row.since_date), "other": day(row.until_date)}
    return _("sinds %(day)s") % {"day": day(row.since_date)}
