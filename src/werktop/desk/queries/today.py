"""What is due for one colleague, out of all rooms. Each line has a person, a reason and one thing to do."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils.timezone import localdate

from werktop.audit.actors import Actor
from werktop.candidates.queries import (
    AgreedDue,
    Filters,
    Silent,
    WroteOwn,
    agreed_due,
    caseloads,
    courses_to_look_at,
    ending_certificates,
    found_candidates,
    long_silent,
    looks_to_read,
    own_writings_to_read,
    pairs_to_look_at,
    received_count,
)
from werktop.contacts.queries import Due, first_due, people_named, visits_near
from werktop.employers.queries import QuestionsDue, covenants_ending, questions_due
from werktop.gatherings import over
from werktop.gatherings.moments import days_until
from werktop.gatherings.queries import arranging, day, gatherings, invited_elsewhere
from werktop.gatherings.queries.answers import Answers, answers_of
from werktop.gatherings.queries.calls import gatherings_with_calls
from werktop.gatherings.queries.who_sees import with_guests_seen
from werktop.help_requests.queries import HelpDue, help_due
from werktop.matches.queries import calls, due, ended, steps, talks, thanks
from werktop.placements.queries import PlacementsDue, placements_due
from werktop.post.paper import Letters, letters_of
from werktop.proposals.queries import proposals_due

from .counting import counted_together

NAMED = 3
"""So many are named of those with whom nobody spoke for long."""
MOST = 12
"""As many people as one looks at in a morning; the others stand folded below them."""


@dataclass(frozen=True)
class Today:
    """`unsuitable`, `talk_calls` (who hears by no message when a talk is, or that it is off), `unheard` (who never heard of
    a talk whose hour has come), `thanks_calls` (whom to thank by telephone), `without_outcome` and `steps` are about
    people; `ended` are gatherings whose follow-up talks wait to be proposed or sent; `to_call` are cancelled ones of
    which guests wait for a call (how many); `to_arrange` those of which guests need what nobody arranged (how many);
    `coming` are gatherings from today on, the first first; `recent` were held in the last six weeks. `erased_soon`: how
    many of the viewer's candidates, and of nobody's, are erased within a month; `untold`: how many of them were not told
    yet what is kept; `doubles`: how many pairs of candidates may be one
    person; `covenants`: how many end within two months, of firms that the viewer speaks with;
    `received`: how many candidates colleagues handed over; `left_behind`: how many are still with who left, for who divides
    caseloads; `looks`: how often colleagues read what is guarded of them; `elsewhere`: whom of them others invited
    lately. `questions`: of employers, to call about.
    `reminders`: the first of what the viewer promised by today, and a count of the rest; `agreed`: the same
    of steps and needs of people with whom the viewer works, or that the viewer does by name. `help`: help
    requests that are due, and hand-overs to answer, that came back or that nobody answered. `silent`: with whom nobody spoke for
    weeks. `ending`: papers that end within eight. `courses`: what ended and was not looked at together yet. `proposals`: of whom an
    employer decided, said nothing yet, or who is to be asked. `placements`: who begins, ends, or is to be called about after the
    first day. `wrote`: who wrote on the own page. `visits`: visits that are near, or were and are not noted. `answers`: how
    the guests of the first of `coming` answered, by kind, for who reads its guest list. `to_print` and `too_late` count letters
    (`paper.Letters`). `opens_day`: the first of `coming` is today and its day page opens for the viewer."""

    unsuitable: list[talks.Talk]
    talk_calls: list[calls.TalkCall]
    thanks_calls: list[thanks.ThanksByCall]
    unheard: list[tuple[talks.Talk, list[Any]]]
    without_outcome: list[talks.Talk]
    steps: list[steps.Step]
    ended: list[ended.Ended]
    to_call: list[tuple[gatherings.Gathering, int, int]]
    to_arrange: list[arranging.ToArrange]
    coming: list[gatherings.Gathering]
    recent: list[gatherings.Gathering]
    opens_day: bool
    erased_soon: int
    elsewhere: list[invited_elsewhere.InvitedElsewhere]
    reminders: Due = field(default_factory=Due)
    help: HelpDue = field(default_factory=HelpDue)
    agreed: AgreedDue = field(default_factory=AgreedDue)
    silent: Silent = field(default_factory=Silent)
    ending: list[Any] = field(default_factory=list)
    courses: list[Any] = field(default_factory=list)
    wrote: list[WroteOwn] = field(default_factory=list)
    proposals: list[Any] = field(default_factory=list)
    answers: dict[str, Answers] = field(default_factory=dict)
    visits: list[Any] = field(default_factory=list)
    untold: int = 0
    looks: int = 0
    received: int = 0
    left_behind: int = 0
    placements: PlacementsDue = field(default_factory=PlacementsDue)
    questions: QuestionsDue = field(default_factory=QuestionsDue)
    doubles: int = 0
    covenants: int = 0
    to_print: int = 0
    too_late: int = 0

    @property
    def count(self) -> int:
        """How many people count on this colleague now: whoever stands on more than one line is one; guests of a gathering
        stand there as a number."""
        guests = sum(calls + leaving for _gathering, calls, leaving in self.to_call)
        asking = sum(each.count for each in self.to_arrange)
        about_talks = (*self.unsuitable, *self.without_outcome, *(talk for talk, _silent in self.unheard))
        named = {talk.candidate.pk for talk in about_talks} | {step.candidate.pk for step in self.steps}
        named |= {each.person.pk for each in self.talk_calls}
        named |= {each.entrepreneur.pk for each in self.thanks_calls}
        named |= {key for _kind, key in people_named(self.reminders.first)}
        named |= {each.candidate_id for each in self.help.due}
        named |= {each.row.candidate_id for each in self.agreed.first}
        named |= {each.candidate_id for each in (*self.courses, *self.wrote, *self.proposals)}
        named |= {each.row.candidate_id for each in self.placements.first}
        named |= {
            each.help_request.candidate_id
            for each in (*self.help.declined, *self.help.finished, *self.help.unanswered)
        }
        alone = sum(not each.people.all() for each in self.reminders.first)
        asked = self.questions.rows + len(self.help.received) + self.help.more + self.agreed.more
        asked += self.placements.more
        return len(named) + guests + asking + alone + self.reminders.others + asked


def _next_first(
    coming: list[gatherings.Gathering], to_run: set[UUID], at: datetime
) -> list[gatherings.Gathering]:
    """The same gatherings, in front the one to turn to next: of those of today the viewer's own to run, and one whose hour
    is over though nobody began it only where there is no other."""

    def turn(gathering: gatherings.Gathering) -> tuple[bool, bool, bool]:
        is_later = days_until(gathering, at) > 0
        is_idle = gathering.status == "preparing" and over.has_ended(gathering, at)
        return is_later, is_idle, not is_later and gathering.pk not in to_run

    if not coming:
        return []
    first = min(coming, key=turn)
    return [first, *(each for each in coming if each is not first)]


def _answers_of_next(viewer: Actor, coming: list[gatherings.Gathering]) -> dict[str, Answers]:
    first = coming[:1]
    return answers_of(first[0]) if first and first[0].pk in with_guests_seen(viewer, first) else {}


def today_of(viewer: Actor, at: datetime) -> Today:
    """Everything due for the viewer, in a constant number of queries."""
    visible = gatherings.gatherings_visible_to(viewer).exclude(status="cancelled")
    can_arrange = viewer.can("arrange_follow_ups")
    past = over.past(at)
    coming = list(visible.exclude(past).order_by("starts_at", "id")[:5])
    to_run = set(
        day.gatherings_to_run(viewer).filter(pk__in=[g.pk for g in coming]).values_list("pk", flat=True)
    )
    coming = _next_first(coming, to_run, at)
    found = due.due_for(viewer, at)
    counted = _counted(viewer)
    letters = letters_of(viewer, at=at) if viewer.can("see_guest_list") else Letters()
    return Today(
        to_print=len(letters.to_print),
        too_late=len(letters.too_late),
        questions=questions_due(viewer, at, MOST),
        talk_calls=found.calls,
        thanks_calls=thanks.thanks_by_call(viewer, at),
        unsuitable=found.unsuitable,
        unheard=found.unheard,
        without_outcome=found.without_outcome,
        steps=found.steps,
        reminders=first_due(viewer, at, MOST),
        help=help_due(viewer, at, MOST),
        agreed=agreed_due(viewer, at, MOST),
        silent=long_silent(viewer, at, NAMED),
        ending=ending_certificates(viewer, at),
        courses=courses_to_look_at(viewer, at),
        wrote=own_writings_to_read(viewer),
        proposals=proposals_due(viewer, at),
        placements=placements_due(viewer, at, MOST),
        visits=visits_near(viewer, at, MOST),
        answers=_answers_of_next(viewer, coming),
        ended=ended.gatherings_to_follow_up(viewer, at) if can_arrange else [],
        elsewhere=invited_elsewhere.invited_elsewhere(viewer, at),
        to_call=gatherings_with_calls(viewer, at),
        to_arrange=arranging.gatherings_to_arrange(viewer, at),
        coming=coming,
        recent=list(visible.filter(past, starts_at__lte=at, starts_at__gte=at - timedelta(weeks=6))[:3]),
        opens_day=bool(coming) and coming[0].pk in to_run and days_until(coming[0], at) == 0,
        looks=counted["looks"],
        received=received_count(viewer),
        left_behind=sum(each.count for each in caseloads(viewer) if each.has_left)
        if viewer.can("divide_caseloads")
        else 0,
        covenants=covenants_ending(viewer, localdate(at)),
        doubles=counted["doubles"],
        erased_soon=counted["erased_soon"],
        untold=counted["untold"],
    )


def _counted(viewer: Actor) -> dict[str, int]:
    """How many there are of what stands on Today as a number with a list behind it. One query."""
    lists: dict[str, QuerySet[Any, Any]] = {"looks": looks_to_read(viewer)}
    if viewer.can("edit_candidates"):
        # the lists that the lines on Today open
        lists |= {
            "doubles": pairs_to_look_at(viewer),
            "erased_soon": found_candidates(viewer, Filters(is_erased_soon=True, is_mine_or_nobodys=True)),
            "untold": found_candidates(viewer, Filters(is_untold=True, is_mine_or_nobodys=True)),
        }
    return dict.fromkeys(("doubles", "erased_soon", "untold"), 0) | counted_together(lists)
