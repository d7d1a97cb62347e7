"""Today: who counts on this colleague, and which gatherings are coming."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from werktop.accounts.standing_in import as_the_absent
from werktop.candidates.pages.agreed_lines import agreed_line, tapped_just_now
from werktop.candidates.queries.silent import WEEKS
from werktop.contacts.pages.bar import bar_for
from werktop.contacts.pages.reminders import done_just_now, put_off_just_now
from werktop.contacts.queries import people_named
from werktop.gatherings.queries.arranging import ToArrange
from werktop.help_requests.pages.help_request import put_off_just_now as help_put_off_just_now
from werktop.matches.queries.calls import TalkCall
from werktop.matches.queries.ended import Ended
from werktop.matches.queries.steps import Step
from werktop.matches.queries.talks import Talk
from werktop.matches.queries.thanks import ThanksByCall

from ..queries import MOST, NAMED, Today, today_of
from .answers import bars_of
from .help_lines import help_lines, people_in
from .people_lines import (
    call_line,
    reminder_line,
    step_line,
    unheard_line,
    unsuitable_line,
    without_outcome_line,
)
from .standing import standing_of


def page(request: HttpRequest) -> HttpResponse:
    """The home screen of every colleague; it holds what the role may see."""
    found = today_of(as_the_absent(request.actor), request.at)
    own = request.actor.organisation_id
    people = [t.candidate.pk for t in (*found.unsuitable, *found.without_outcome)] + [
        s.candidate.pk for s in found.steps
    ]
    people += [t.candidate.pk for t, _silent in found.unheard]
    people += [call.talk.candidate.pk for call in found.talk_calls]
    people += [key for each in found.elsewhere for key, _name in (*each.named, *each.to_call)]
    people += people_in(found.help)
    people += [each.pk for each in found.silent.first]
    people += [each.row.candidate_id for each in found.agreed.first]
    tapped = tapped_just_now(request)
    people += tapped["people"] if tapped else []
    people += [each.candidate_id for each in found.ending]
    request.shown_people.append(("candidate", people))
    done = done_just_now(request) if request.actor.can("edit_candidates") else None
    request.shown_people += [
        (kind, [key]) for kind, key in people_named([*found.reminders.first, *([done] if done else [])])
    ]
    local = timezone.localtime(request.at)
    today = local.date()
    everybody: list[Talk | Step] = [*found.without_outcome, *found.steps]
    promised = sorted(
        ((each.call_by, each.candidate.name, each) for each in everybody if each.call_by),
        key=lambda row: row[:2],
    )
    calls = [
        step_line(each, today) if isinstance(each, Step) else call_line(each, today, own)
        for _day, _name, each in promised
    ]
    late = len([day for day, _name, _each in promised if day < today])
    needs = [
        # whom we promised to call and did not: before all else
        *calls[:late],
        *help_lines(found.help, today),
        *(reminder_line(each, today) for each in found.reminders.first),
        *(agreed_line(each, today, reverse("desk:today")) for each in found.agreed.first),
        *(_to_call(*each) for each in found.to_call),
        *(_to_arrange(each) for each in found.to_arrange),
        *(_talk_call(each) for each in found.talk_calls),
        *(unheard_line(*each, own) for each in found.unheard),
        *(_ended(e) for e in found.ended),
        *(unsuitable_line(t, own) for t in found.unsuitable),
        *(without_outcome_line(t, own) for t in found.without_outcome if t.call_by is None),
        *calls[late:],
        *(step_line(s, today) for s in found.steps if s.call_by is None),
        *(_thanks_call(each) for each in found.thanks_calls),
    ]
    return render(
        request,
        "desk/today.html",
        {
            "greeting": _("%(hello)s, %(name)s. %(day)s")
            % {
                "hello": _hello(local.hour),
                "name": request.actor.name.split(" ")[0],
                "day": capfirst(date_format(local, "l j F")),
            },
            "title": _title(found) if request.actor.can("arrange_follow_ups") else _("Fijn dat je er bent"),
            "needs": needs[:MOST],
            "more_needs": needs[MOST:],
            "more_words": _("En nog %(count)d") % {"count": len(needs) - MOST},
            "more_reminders": found.reminders.more,
            "more_help": found.help.more,
            "more_agreed": found.agreed.more,
            "tapped": tapped,
            "erased_soon": _erased_soon(found.erased_soon),
            "untold": found.untold,
            "doubles": found.doubles,
            "looks": 0 if request.actor.acts_for else found.looks,
            "elsewhere": found.elsewhere,
            "to_print": found.to_print,
            "too_late": found.too_late,
            "done": done,
            "put_off": put_off_just_now(request) or help_put_off_just_now(request)
            if request.actor.can("edit_candidates")
            else None,
            "may_note": request.actor.can("edit_candidates"),
            "bar": bar_for(request) if request.actor.can("edit_candidates") else None,
            "standing": standing_of(request),
            "silent": found.silent,
            "ending": found.ending[:NAMED],
            "ending_later": found.ending[NAMED:],
            "silent_weeks": WEEKS,
            "bars": bars_of(found.answers),
            "can_set_stand_ins": request.actor.can("set_stand_ins"),
            "coming": [_gathering(g, request.at) for g in found.coming],
            "recent": found.recent,
            "can_arrange": request.actor.can("arrange_follow_ups"),
            "can_plan": request.actor.can("plan_gatherings"),
            "opens_day": found.opens_day,
            "can_see_gatherings": request.actor.can("see_gatherings"),
            "can_manage_accounts": request.actor.can("manage_accounts"),
            "can_see_results": request.actor.can("see_results"),
        },
    )


def _hello(hour: int) -> str:
    if hour < 12:
        return _("Goedemorgen")
    return _("Goedemiddag") if hour < 18 else _("Goedenavond")


def _title(found: Today) -> str:
    count = found.count
    if not count and found.ended:
        return _("Wie praat met wie verder?")
    if not count:
        return _("Niemand hoeft op je te wachten")
    return ngettext(
        "%(count)d mens rekent vandaag op je", "%(count)d mensen rekenen vandaag op je", count
    ) % {"count": count}


def _erased_soon(count: int) -> str:
    if not count:
        return ""
    return ngettext(
        "%(count)d kandidaat wordt binnen een maand gewist",
        "%(count)d kandidaten worden binnen een maand gewist",
        count,
    ) % {"count": count}


def _ended(each: Ended) -> dict[str, Any]:
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


def _to_call(gathering: Any, calls: int, leaving: int) -> dict[str, Any]:
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


def _to_arrange(each: ToArrange) -> dict[str, Any]:
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


def _talk_call(call: TalkCall) -> dict[str, Any]:
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


def _thanks_call(each: ThanksByCall) -> dict[str, Any]:
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


def _gathering(gathering: Any, at: Any) -> dict[str, Any]:
    days = (timezone.localdate(gathering.starts_at) - timezone.localdate(at)).days
    when = (
        _("vandaag")
        if days <= 0  # one that goes on past midnight too
        else ngettext("over %(count)d dag", "over %(count)d dagen", days) % {"count": days}
    )
    return {"row": gathering, "when": when, "has_begun": gathering.starts_at <= at}
