"""One record of every kind that a URL can name, all of one organisation and hanging together.

A room that adds a URL with a new keyword adds it here; the permission matrix fails on a keyword without a sample.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from tests import making

from werktop.ambassadors.models import Ambassador, Club, Coaching, Fellow, Idea, Introduction
from werktop.audit.keys import new_key
from werktop.audit.models import Merge
from werktop.candidates.models import KnownFirm, LearningGoal
from werktop.contacts.models import ContactMoment, Reminder, Visit
from werktop.desk.models import SavedView
from werktop.employers.models import Chance, EmployerQuestion, Expectation
from werktop.exchange.models import Upload
from werktop.gatherings.models import Guest
from werktop.help_requests.models import HandOver, HelpRequest
from werktop.market_plan.models import Target
from werktop.matches.models import FollowUp, NextStep, ThanksCall
from werktop.placements.models import Placement
from werktop.post.models import Message
from werktop.proposals.models import Proposal
from werktop.support.models import AddedAmount, Practice
from werktop.work_profiles.models import EmployerFunction, ProfileTemplate, SignUp, WorkProfile


def samples_of(house: making.House) -> dict[str, Any]:
    """Keyword of a URL to the key of a record of `house`."""
    candidate = making.candidate(house, assigned_to=house.account())
    goal = LearningGoal.objects.create(candidate=candidate, words="Bellen", noted_at=making.MOMENT)
    known = KnownFirm.objects.create(candidate=candidate, firm_name="Bakkerij", noted_at=making.MOMENT)
    firm = making.employer(house)
    entrepreneur = making.entrepreneur(firm)
    gathering = making.gathering(
        house, host_employer=firm, tables=1, starts_at=making.MOMENT + timedelta(hours=4)
    )
    guest = making.guest(gathering, candidate)
    other_guest: Guest = making.guest(gathering, entrepreneur)
    table = gathering.tables.get()
    message = Message.objects.create(
        organisation=house.organisation,
        channel="letter",
        to_kind="candidate",
        to_id=candidate.pk,
        to_name="Fatima El Amrani",
        to_address="Lindestraat 4\n4001 AB Tiel",
        subject="Een uitnodiging",
        body="Beste Fatima",
        calendar="BEGIN:VCALENDAR",
        about_kind="gathering",
        about_id=gathering.pk,
        purpose="invitation",
        message_id=f"<{gathering.pk}@werktop.example>",
        created_at=making.MOMENT,
    )
    common = {
        "gathering": gathering,
        "region": gathering.region,
        "organisation": house.organisation,
        "made_at": making.MOMENT,
    }
    follow_up = FollowUp.objects.create(
        candidate=candidate, entrepreneur=entrepreneur, ground="mutual", **common
    )
    step = NextStep.objects.create(candidate=candidate, words="Bel en praat na.", **common)
    ThanksCall.objects.create(gathering=gathering, entrepreneur=entrepreneur, made_at=making.MOMENT)
    upload = Upload.objects.create(
        organisation=house.organisation,
        kind="candidates",
        file_name="gasten.xlsx",
        created_at=making.MOMENT,
        expires_at=making.MOMENT + timedelta(days=36_500),
    )
    own: dict[str, Any] = {"organisation": house.organisation, "region": gathering.region}
    moment = ContactMoment.objects.create(
        channel="call", happened_at=making.MOMENT, noted_at=making.MOMENT, employer=firm, **own
    )
    moment.people.create(candidate=candidate)
    reminder = Reminder.objects.create(
        what="terugbellen", due_date=making.MOMENT.date(), owner=house.account(), made_at=making.MOMENT, **own
    )
    reminder.people.create(candidate=candidate)
    visit = Visit.objects.create(
        employer=firm, entrepreneur=entrepreneur, account=house.account(), starts_at=making.MOMENT + timedelta(days=1),
        made_at=making.MOMENT, changed_at=making.MOMENT, **own,
    )  # fmt: skip
    help_request = HelpRequest.objects.create(
        candidate=candidate, topic="money", words="Wie kijkt er mee naar mijn brieven?", owner=house.account(),
        due_date=making.MOMENT.date(), made_at=making.MOMENT, **own,
    )  # fmt: skip
    hand_over = HandOver.objects.create(
        help_request=help_request, to_name="Petra Zand", to_email="petra@hulp.example", reach="Fatima, 06 12",
        words="Kijk mee naar de brieven", consent_how="talk", consent_date=making.MOMENT.date(),
        sent_by=house.account(), sent_at=making.MOMENT,
    )  # fmt: skip
    work_profile = WorkProfile.objects.create(
        employer=firm, what="inpakkers", noted_by=house.account(), noted_at=making.MOMENT, **own
    )
    target = Target.objects.create(
        region=gathering.region, organisation=house.organisation, noted_for=house.organisation, name="Kaasmakerij",
        stood_at=making.MOMENT, noted_at=making.MOMENT,
    )  # fmt: skip
    chance = Chance.objects.create(
        employer=firm,
        kind="growth",
        words="een tweede hal",
        noted_by=house.account(),
        noted_at=making.MOMENT,
        **own,
    )
    expectation = Expectation.objects.create(
        employer=firm, words="Wij komen langs", noted_at=making.MOMENT, **own
    )
    question = EmployerQuestion.objects.create(
        employer=firm, words="Wie kan ons helpen?", who="Joris", phone="+31612345678", received_at=making.MOMENT,
        due_at=making.MOMENT, **own,
    )  # fmt: skip
    function = EmployerFunction.objects.create(
        employer=firm, name="assistente", noted_at=making.MOMENT, **own
    )
    function.tasks.create(what="opruimen", minutes=240, level="simple", profile=work_profile, **own)
    function.tasks.create(what="behandelen", minutes=900, level="trade", **own)
    template = ProfileTemplate.objects.create(name="inpakkers", made_at=making.MOMENT, **own)
    sign_up = SignUp.objects.create(
        profile=work_profile, candidate=candidate, number=1, asked_how="talk", signed_at=making.MOMENT, **own
    )
    proposal = Proposal.objects.create(
        candidate=candidate, work_profile=work_profile, entrepreneur=entrepreneur, reason="Pakt graag aan.",
        made_at=making.MOMENT, status="taken", said_how="talk", said_at=making.MOMENT, sent_at=making.MOMENT,
        decided_at=making.MOMENT, **own,
    )  # fmt: skip
    placement = Placement.objects.create(
        candidate=candidate, employer=firm, work_profile=work_profile, entrepreneur=entrepreneur, what="inpakken",
        work_form="regular", started_date=making.MOMENT.date(), contact=house.account(), noted_at=making.MOMENT, **own,
    )  # fmt: skip
    view = SavedView.objects.create(
        organisation=house.organisation,
        account=house.account(),
        name="Lang niet gesproken",
        asked="unspoken=6",
        saved_at=making.MOMENT,
    )
    second = making.candidate(house)
    merge = Merge.objects.create(
        kind="candidate", kept_id=candidate.pk, lost_id=new_key(), organisation_id=house.organisation.pk,
        region_id=gathering.region_id, at=making.MOMENT, undo_until=making.MOMENT, lost_name="Fatma El Amrani",
    )  # fmt: skip
    other_firm = making.employer(house, postcode="4001 AC")
    other_person = making.entrepreneur(other_firm)
    merges = {
        kind: Merge.objects.create(
            kind=kind, kept_id=key, lost_id=new_key(), organisation_id=house.organisation.pk,
            region_id=gathering.region_id, at=making.MOMENT, undo_until=making.MOMENT, lost_name="Bakkerij",
        ).pk
        for kind, key in (("employer", firm.pk), ("entrepreneur", entrepreneur.pk))
    }  # fmt: skip
    settings = {"region": gathering.region, "organisation": house.organisation, "set_at": making.MOMENT}
    amount = AddedAmount.objects.create(
        rule_key="lks_employer_charges", value=26, valid_from=making.MOMENT.date(), law="Besluit", source="Gemeenteblad",
        **settings,
    )  # fmt: skip
    practice = Practice.objects.create(
        about="trial-placement", answer_days=5, reason="Zo past het", **settings
    )
    ambassador = Ambassador.objects.create(
        entrepreneur=entrepreneur,
        region=gathering.region,
        since_date=making.MOMENT.date(),
        noted_at=making.MOMENT,
    )
    fellow = Fellow.objects.create(
        entrepreneur=entrepreneur, name="Bakkerij De Waard", phone="+31612345678", named_at=making.MOMENT,
        moved_at=making.MOMENT, **own,
    )  # fmt: skip
    club = Club.objects.create(name=f"Club {house.organisation.slug}", made_at=making.MOMENT, **own)
    idea = Idea.objects.create(
        entrepreneur=entrepreneur, kind="hall", words="Onze kantine", made_at=making.MOMENT, **own
    )
    with_a_yes: dict[str, Any] = {
        "candidate": candidate, "entrepreneur": entrepreneur, "agreed_how": "talk",
        "agreed_date": making.MOMENT.date(), "noted_at": making.MOMENT, **own,
    }  # fmt: skip
    coaching = Coaching.objects.create(
        about="netwerken", since_date=making.MOMENT.date(), until_date=making.MOMENT.date(), **with_a_yes
    )
    introduction = Introduction.objects.create(firm_name="De Schans", **with_a_yes)
    return {
        "amount_id": amount.pk,
        "practice_id": practice.pk,
        "calculator": "wage-cost-subsidy",
        "subject": "trial-placement",
        "ambassador_id": ambassador.pk,
        "fellow_id": fellow.pk,
        "club_id": club.pk,
        "idea_id": idea.pk,
        "coaching_id": coaching.pk,
        "introduction_id": introduction.pk,
        "other_firm_id": other_firm.pk,
        "other_person_id": other_person.pk,
        "firm_merge_id": merges["employer"],
        "person_merge_id": merges["entrepreneur"],
        "other_id": second.pk,
        "merge_id": merge.pk,
        "view_id": view.pk,
        "employer_question_id": question.pk,
        "moment_id": moment.pk,
        "reminder_id": reminder.pk,
        "visit_id": visit.pk,
        "help_request_id": help_request.pk,
        "hand_over_id": hand_over.pk,
        "work_profile_id": work_profile.pk,
        "employer_function_id": function.pk,
        "profile_template_id": template.pk,
        "target_id": target.pk,
        "proposal_id": proposal.pk,
        "placement_id": placement.pk,
        "talk_step": "werk",
        "sign_up_id": sign_up.pk,
        "chance_id": chance.pk,
        "relation_kind": "expectation",
        "relation_id": expectation.pk,
        "follow_up_id": follow_up.pk,
        "next_step_id": step.pk,
        "candidate_id": candidate.pk,
        "part": "goal",
        "row_id": goal.pk,
        "known_firm_id": known.pk,
        "employer_id": firm.pk,
        "entrepreneur_id": entrepreneur.pk,
        "gathering_id": gathering.pk,
        "guest_id": guest.pk,
        "entrepreneur_guest_id": other_guest.pk,
        "table_id": table.pk,
        "table_number": table.number,
        "round_number": 1,
        "account_id": house.account("table_host").pk,
        "organisation_id": house.organisation.pk,
        "badge": guest.badge,
        "message_id": message.pk,
        "own_term_id": making.own_term(house).pk,
        "upload_id": upload.pk,
        "kind": "candidates",
        "file_type": "csv",
    }
