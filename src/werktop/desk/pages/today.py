"""Today: who counts on this colleague, and which gatherings are coming."""

from __future__ import annotations

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
from werktop.help_requests.pages.help_request import put_off_just_now as help_put_off_just_now
from werktop.matches.queries.steps import Step
from werktop.matches.queries.talks import Talk

from ..queries import MOST, NAMED, Today, today_of
from .answers import bars_of
from .gathering_lines import (
    coming_gathering,
    ended_line,
    guests_to_call_line,
    talk_call_line,
    thanks_call_line,
    to_arrange_line,
)
from .help_lines import help_lines, people_in
from .people_lines import (
    call_line,
    course_line,
    reminder_line,
    step_line,
    unheard_line,
    unsuitable_line,
    visit_line,
    without_outcome_line,
    wrote_line,
)
from .placement_lines import placement_line
from .proposal_lines import proposal_line
from .question_lines import question_lines
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
    people += [each.row.candidate_id for each in (*found.agreed.first, *found.placements.first)]
    tapped = tapped_just_now(request)
    people += tapped["people"] if tapped else []
    people += [each.candidate_id for each in (*found.ending, *found.courses, *found.wrote, *found.proposals)]
    request.shown_people.append(("candidate", people))
    done = done_just_now(request) if request.actor.can("edit_candidates") else None
    request.shown_people += [
        (kind, [key]) for kind, key in people_named([*found.reminders.first, *([done] if done else [])])
    ]
    request.shown_people.append(
        ("entrepreneur", [v.entrepreneur_id for v in found.visits if v.entrepreneur_id])
    )
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
    placements = [placement_line(each, today) for each in found.placements.first]
    needs = [
        # whom we promised to call and did not: before all else
        *calls[:late],
        *(line for line in placements if line["is_urgent"]),
        *question_lines(found.questions, request.at),
        *help_lines(found.help, today),
        *(reminder_line(each, today) for each in found.reminders.first),
        *(agreed_line(each, today, reverse("desk:today")) for each in found.agreed.first),
        *(visit_line(each, request.at) for each in found.visits),
        *(proposal_line(each) for each in found.proposals),
        *(line for line in placements if not line["is_urgent"]),
        *(wrote_line(each) for each in found.wrote),
        *(course_line(each) for each in found.courses),
        *(guests_to_call_line(*each) for each in found.to_call),
        *(to_arrange_line(each) for each in found.to_arrange),
        *(talk_call_line(each) for each in found.talk_calls),
        *(unheard_line(*each, own) for each in found.unheard),
        *(ended_line(e) for e in found.ended),
        *(unsuitable_line(t, own) for t in found.unsuitable),
        *(without_outcome_line(t, own) for t in found.without_outcome if t.call_by is None),
        *calls[late:],
        *(step_line(s, today) for s in found.steps if s.call_by is None),
        *(thanks_call_line(each) for each in found.thanks_calls),
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
            "helps_with": found.help.taken,
            "more_agreed": found.agreed.more,
            "more_placements": found.placements.more,
            "tapped": tapped,
            "erased_soon": _erased_soon(found.erased_soon),
            "untold": found.untold,
            "doubles": found.doubles,
            "covenants": 0 if request.actor.acts_for else found.covenants,
            "looks": 0 if request.actor.acts_for else found.looks,
            "received": 0 if request.actor.acts_for else found.received,
            "left_behind": found.left_behind,
            "sees_team": request.actor.can("see_totals") and not request.actor.can("see_candidates"),
            "can_divide": request.actor.can("divide_caseloads"),
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
            "coming": [coming_gathering(g, request.at) for g in found.coming],
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
