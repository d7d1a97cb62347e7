"""Lines of Today about gatherings: what to propose or send, whom to call, what to arrange; and those that come."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from werktop.gatherings.queries.arranging import ToArrange
from werktop.matches.queries.calls import TalkCall
from werktop.matches.queries.ended import Ended
from werktop.matches.queries.thanks import ThanksByCall


def ended_line(each: Ended) -> dict[str, Any]:
    """A gathering that was held: its follow-up talks wait to be proposed, or sent."""
    if each.is_proposed:
        why = ngettext(
            "%(count)d voorstel of volgende stap wacht op jou.",
            "%(count)d voorstellen en volgende stappen wachten op jou.",
            each.waiting,
        ) % {"count": each.waiting}
    else:
        why = _("Het gesprek is geweest. Stel voor wie met wie verder praat.")
    return {
        "name": each.gathering.host_employer.name,
        "url": reverse("gatherings:gathering", args=[each.gathering.pk]),
        "kind": "entrepreneur",
        "tag": _("Na het gesprek"),
        "tint": "straw",
        "icon": "klik",
        "why": why,
        "action": _("Bekijk en verstuur") if each.is_proposed else _("Stel gesprekken voor"),
        "action_url": reverse("matches:after", args=[each.gathering.pk]),
        "action_icon": "next",
    }


def guests_to_call_line(gathering: Any, calls: int, leaving: int) -> dict[str, Any]:
    """A gathering that changed, or is off: so many guests hear it by telephone."""
    is_off = gathering.status == "cancelled"
    changed = ngettext(
        "Er is iets veranderd aan het gesprek van %(day)s. Bel nog %(count)d gast.",
        "Er is iets veranderd aan het gesprek van %(day)s. Bel nog %(count)d gasten.",
        calls,
    )
    off = ngettext(
        "Het gesprek van %(day)s gaat niet door. Bel nog %(count)d gast.",
        "Het gesprek van %(day)s gaat niet door. Bel nog %(count)d gasten.",
        calls,
    )
    off_the_list = ngettext(
        "%(count)d gast kan toch niet meedoen aan het gesprek van %(day)s. Bel en leg uit waarom.",
        "%(count)d gasten kunnen toch niet meedoen aan het gesprek van %(day)s. Bel en leg uit waarom.",
        leaving,
    )
    day = date_format(timezone.localtime(gathering.starts_at), "j F")
    told = [(off if is_off else changed, calls), (off_the_list, leaving)]
    why = " ".join(words % {"day": day, "count": count} for words, count in told if count)
    url = reverse("gatherings:gathering", args=[gathering.pk])
    firm = gathering.host_employer.name
    return {
        # of the same firm, the gathering itself may stand there too
        "name": _("%(firm)s, voorbereiding") % {"firm": firm} if gathering.prepares_for_id else firm,
        "url": url,
        "kind": "entrepreneur",
        "tag": _("Gaat niet door") if is_off else _("Is veranderd") if calls else _("Bel een gast"),
        "tint": "brick",
        "icon": "phone",
        "is_urgent": True,
        "why": why,
        "action": _("Bel en vink af"),
        "action_url": f"{url}#calls",
        "action_icon": "phone",
    }


def to_arrange_line(each: ToArrange) -> dict[str, Any]:
    """What guests asked for and nobody arranged yet."""
    gathering, count = each.gathering, each.count
    url = reverse("gatherings:gathering", args=[gathering.pk])
    travelled = ngettext(
        "%(count)d gast van %(day)s krijgt de reiskosten nog terug.",
        "%(count)d gasten van %(day)s krijgen de reiskosten nog terug.",
        count,
    )
    words = (
        travelled
        if each.is_travel
        else ngettext(
            "%(count)d gast van %(day)s vraagt een tolk of kinderopvang. Dat is nog niet geregeld.",
            "%(count)d gasten van %(day)s vragen een tolk of kinderopvang. Dat is nog niet geregeld.",
            count,
        )
    )
    return {
        "name": gathering.host_employer.name,
        "url": url,
        "kind": "entrepreneur",
        "tag": _("Te regelen"),
        "tint": "straw",
        "icon": "people",
        "why": words % {"day": date_format(timezone.localtime(gathering.starts_at), "j F"), "count": count},
        "action": _("Bekijk van wie") if each.is_travel else _("Bekijk wie iets vraagt"),
        "action_url": f"{url}#to-arrange",
        "action_icon": "next",
    }


def talk_call_line(call: TalkCall) -> dict[str, Any]:
    """Whom no message reaches about a talk."""
    about = "candidates:candidate" if call.side == "candidate" else "employers:employer"
    key = call.person.pk if call.side == "candidate" else call.person.employer_id
    off = _("Bel %(name)s: het gesprek met %(other)s gaat niet door. Een bericht kan niet.")
    agreed = _("Bel %(name)s: het gesprek met %(other)s is %(when)s. Een bericht kan niet.")
    if call.has_message:
        off = _("Bel %(name)s: het gesprek met %(other)s gaat niet door. Een bericht komt misschien te laat.")
        agreed = _("Bel %(name)s: het gesprek met %(other)s is %(when)s. Een bericht komt misschien te laat.")
    starts_at = call.talk.row.starts_at
    return {
        "name": call.person.name,
        "url": reverse(about, args=[key]),
        "kind": call.side,
        "tag": _("Gaat niet door") if call.is_off else _("Afspraak"),
        "tint": "brick" if call.is_off else "straw",
        "icon": "phone",
        "is_urgent": True,
        "why": (off if call.is_off else agreed)
        % {
            "name": call.person.first_name,
            "other": call.other.first_name,
            "when": date_format(timezone.localtime(starts_at), "DATETIME_FORMAT") if starts_at else "",
        },
        "action": _("Bel en vink af"),
        "action_url": f"{reverse('matches:follow_up', args=[call.talk.row.pk])}#calls",
        "action_icon": "phone",
    }


def thanks_call_line(each: ThanksByCall) -> dict[str, Any]:
    """Whom to thank by telephone."""
    person = each.entrepreneur
    return {
        "name": person.name,
        "url": reverse("employers:employer", args=[person.employer_id]),
        "kind": "entrepreneur",
        "tag": _("Bedanken"),
        "tint": "meadow",
        "icon": "phone",
        "why": _("%(name)s was er bij %(firm)s. Bel om te bedanken: een bericht kan niet.")
        % {"name": person.first_name, "firm": each.gathering.host_employer.name},
        "action": _("Bel en vink af"),
        "action_url": f"{reverse('matches:after', args=[each.gathering.pk])}#calls",
        "action_icon": "phone",
    }


def coming_gathering(gathering: Any, at: Any) -> dict[str, Any]:
    """A gathering with in how many days it is."""
    days = (timezone.localdate(gathering.starts_at) - timezone.localdate(at)).days
    when = (
        _("vandaag")
        if days <= 0  # one that goes on past midnight too
        else ngettext("over %(count)d dag", "over %(count)d dagen", days) % {"count": days}
    )
    return {"row": gathering, "when": when, "has_begun": gathering.starts_at <= at}
