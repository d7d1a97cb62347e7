"""What the page of a firm shows of the relation, and the one thing that is most worth asking next."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from werktop.accounts.standing_in import named_with_absence
from werktop.audit.keys import key_in
from werktop.audit.refusals import NotVisible
from werktop.employers import queries
from werktop.employers.models import Employer, PersonRole, PsoStep, Size, SocialReturn, Story, Training


def relation_shown(request: Any, employer: Employer) -> dict[str, Any]:
    """The facts for the template. A constant number of queries."""
    today = timezone.localdate(request.at)
    found = queries.relation_of(request.actor, employer)
    contact = queries.contact_people_of(request.actor, employer)
    trained: dict[Any, list[Any]] = {}
    for each in found["training"]:
        trained.setdefault(each.person_id, []).append(each)
    return {
        "status": _status(employer, found, request.at, today),
        "contact": _contact(request, contact, today),
        "about": _about(employer),
        "registers": _registers(employer),
        "establishments": found["establishment"],
        "trained": trained,
        "expectations": found["expectation"],
        "covenants": [{"row": row, "how": _covenant_how(row, today)} for row in found["covenant"]],
        "promises": [_promise(each, today) for each in found["promise"]],
        "steps": [each for each in found["step"] if not each.done_date],
        "steps_done": [each for each in found["step"] if each.done_date],
        "pso": _pso(employer, today),
        "stories": [_story(each) for each in found["story"]],
        "has_relation": any(found[kind] for kind in ("expectation", "covenant", "social_return", "step"))
        or bool(employer.pso_step),
        "put_aside": _put_aside(request, employer),
        "today": today,
    }


def asks_of(employer: Employer, shown: dict[str, Any], people: list[Any]) -> list[tuple[str, str]]:
    """What nobody asked or wrote down yet, the most useful first: (words, address)."""

    def at(name: str, *args: Any) -> str:
        return reverse(f"employers:{name}", args=[employer.pk, *args])

    without_role = next((p for p in people if p.is_active and not p.roles), None)
    role_url = reverse("employers:change_entrepreneur", args=[without_role.pk]) if without_role else ""
    asked = [
        (not shown["contact"]["ours"], _("wie van ons het vaste gezicht is"), at("contact_people")),
        (not shown["contact"]["theirs"], _("wie daar ons aanspreekpunt is"), at("contact_people")),
        (
            not (employer.process or employer.how_it_is),
            _("hoe het werk er gaat, en hoe het is om er te zijn"),
            at("change_about"),
        ),
        (
            not shown["expectations"],
            _("wat jullie van elkaar verwachten"),
            at("note_relation", "expectation"),
        ),
        (bool(without_role), _("wat iedereen daar doet"), role_url),
        (not employer.size, _("hoeveel mensen er werken"), at("change_about")),
        (
            not shown["steps"] and not shown["steps_done"],
            _("welke stap ze willen zetten"),
            at("note_relation", "step"),
        ),
        (not shown["trained"], _("wie iemand kan begeleiden"), at("note_relation", "training")),
        (not shown["stories"], _("welk verhaal we mogen vertellen"), at("note_relation", "story")),
    ]
    return [(words, url) for is_open, words, url in asked if is_open]


def _status(
    employer: Employer, found: dict[str, list[Any]], at: datetime, today: date
) -> list[tuple[str, str, str]]:
    """Tags of (words, tint, icon): active, covenant, PSO."""
    told = []
    if queries.is_alive(employer, at):
        told.append((_("actief"), "meadow", "check"))
    if any(each.until_date is None or each.until_date >= today for each in found["covenant"]):
        told.append((_("convenant"), "canal", "file"))
    if employer.pso_step and (employer.pso_until_date is None or employer.pso_until_date >= today):
        told.append((f"PSO {PsoStep(employer.pso_step).label}", "straw", "star"))
    return told


def _contact(request: Any, contact: queries.ContactPeople, today: date) -> dict[str, Any]:
    named = {}
    if contact.ours and contact.ours.account:
        names = {contact.ours.account.pk: contact.ours.account.name}
        named = named_with_absence(request.actor, names, request.at)
    sides = {}
    for side, turn in (("ours", contact.ours), ("theirs", contact.theirs)):
        speaker = (turn.account or turn.person) if turn else None
        sides[side] = speaker and {
            "key": speaker.pk,
            "name": named.get(speaker.pk, speaker.name),
            "phone": speaker.phone,
            "is_gone": not speaker.is_active,
            "since": turn.since_date if turn else None,
        }
    return sides | {"changes": len(contact.before)}


def _about(employer: Employer) -> list[tuple[str, str]]:
    asked = (
        (_("Wat ze maken, en hoe dat gaat"), employer.process),
        (_("Zo is het er"), employer.how_it_is),
        (_("Hoe ze met elkaar omgaan"), employer.culture),
        (_("Waar ze voor gaan"), employer.mission),
    )
    return [(title, words) for title, words in asked if words]


def _registers(employer: Employer) -> str:
    said = (
        Size(employer.size).label if employer.size else "",
        _("KVK %(number)s") % {"number": employer.register_number} if employer.register_number else "",
        " ".join(filter(None, ("SBI", employer.sbi_version, employer.sbi_code))) if employer.sbi_code else "",
    )
    return " · ".join(str(each) for each in said if each)


def _covenant_how(row: Any, today: date) -> str:
    if row.until_date is None:
        return _("zonder einddatum")
    words = {"day": date_format(row.until_date)}
    if row.until_date < today:
        return _("liep af op %(day)s") % words
    return (_("loopt af op %(day)s") if row.until_date <= today + queries.SOON else _("tot %(day)s")) % words


def _promise(each: queries.Promise, today: date) -> dict[str, Any]:
    row, done = each.row, min(each.amount, each.row.promised)
    words = {
        "done": _amount(row.unit, each.amount),
        "all": _amount(row.unit, row.promised),
        "left": _amount(row.unit, each.left),
        "day": date_format(row.until_date) if row.until_date else "",
    }
    if not each.left:
        standing = _("%(done)s gedaan van %(all)s: klaar") % words
    elif row.until_date and row.until_date < today:
        standing = _("%(done)s gedaan van %(all)s, nog %(left)s; de dag was %(day)s") % words
    elif row.until_date:
        standing = _("%(done)s gedaan van %(all)s, nog %(left)s vóór %(day)s") % words
    else:
        standing = _("%(done)s gedaan van %(all)s, nog %(left)s") % words
    rows = [{"row": one, "amount": _amount(row.unit, one.amount)} for one in each.done]
    return {"row": row, "standing": standing, "value": done, "most": row.promised, "rows": rows}


def _amount(unit: str, number: int) -> str:
    shown = number_format(number, use_l10n=True, force_grouping=True)
    if unit == SocialReturn.Unit.EUROS:
        return f"€ {shown}"
    if unit == SocialReturn.Unit.HOURS:
        return _("%(number)s uur") % {"number": shown}
    return ngettext("%(number)s plek", "%(number)s plekken", number) % {"number": shown}


def _pso(employer: Employer, today: date) -> str:
    if not employer.pso_step:
        return ""
    step = PsoStep(employer.pso_step).label
    if employer.pso_until_date is None:
        return str(step)
    words = {"step": step, "day": date_format(employer.pso_until_date)}
    if employer.pso_until_date < today:
        return _("%(step)s, liep af op %(day)s") % words
    return _("%(step)s, geldig tot %(day)s") % words


def _story(row: Any) -> dict[str, Any]:
    return {"row": row, "told_at": ", ".join(str(Story.Told(each).label) for each in row.told_at)}


def _put_aside(request: Any, employer: Employer) -> dict[str, str] | None:
    """What the last press took from the page, as the address says: it can be put back on the spot."""
    kind, _colon, key = request.GET.get("weggehaald", "").partition(":")
    row_id = key_in(key)
    if row_id is None or not queries.can_edit(request.actor, employer):
        return None
    try:
        row = queries.row_about(request.actor, employer, kind, row_id)
    except NotVisible:
        return None
    if row.removed_at is None:
        return None
    words = getattr(row, "words", "") or getattr(row, "name", "") or getattr(row, "place", "")
    if isinstance(row, Training):
        words = str(row.get_what_display())
    return {"words": words, "url": reverse("employers:change_relation", args=[employer.pk, kind, row.pk])}


def roles_in_words(roles: list[str]) -> str:
    """What somebody is at the firm."""
    return ", ".join(str(PersonRole(role).label) for role in roles)
