from django.apps import AppConfig


class GatheringsConfig(AppConfig):
    name = "werktop.gatherings"
    label = "gatherings"

    def ready(self) -> None:
        """Say when this room was in touch with a candidate, which messages come too late, who is still invited, what is
        kept of a guest, and what becomes of guests where two people are brought together."""
        from werktop.audit.telling import tells

        from . import trail_words

        tells(trail_words)
        from django.utils.translation import gettext_lazy as _

        from werktop.audit.erasure import held_first
        from werktop.audit.kept import GATHERINGS, keeps, leaves_out
        from werktop.audit.merging import goes_over, settled_by
        from werktop.audit.running import runs_with
        from werktop.candidates.contact import also_in_touch
        from werktop.employers.living import also_alive
        from werktop.post.paper import begins_at
        from werktop.post.sense import outdated_when

        from .commands.signing_off import sign_off
        from .contact import firms_that_came, latest_contact_of
        from .merging import hold_gatherings_of_firms, settle_guests
        from .messages import BEFOREHAND, TALK_ON
        from .outdated import is_outdated
        from .paper import answered_until, moments_of
        from .queries.all_kept import all_kept_of_guest, all_kept_of_ideas
        from .queries.running import invitations_that_run

        also_in_touch(latest_contact_of)
        also_alive(firms_that_came)
        for person in ("candidates.Candidate", "employers.Entrepreneur"):
            runs_with(person, invitations_that_run, stop=sign_off)
            for_guests = "Guest Seat Pin Click TalentSeen Agreement TalkOnQuestion"
            keeps(
                person,
                all_kept_of_guest,
                *(f"gatherings.{each}" for each in for_guests.split()),
                place=GATHERINGS,
            )
            leaves_out(
                person, "gatherings.PairRule", "it says what another guest asked for (GDPR art. 15(4))"
            )
        entrepreneur = "employers.Entrepreneur"
        keeps(entrepreneur, all_kept_of_ideas, "gatherings.Gathering", place=GATHERINGS)
        for each in "Host Impression Table Round SeatPlan ForgottenClicks".split():
            said = "it is about a gathering, also where that came of somebody's idea, and about its guests"
            leaves_out(entrepreneur, f"gatherings.{each}", said)
        begins_at("gathering", BEFOREHAND, moments_of)
        begins_at("gathering", frozenset({TALK_ON}), answered_until)
        outdated_when("gathering", is_outdated)
        for person, field in (
            ("candidates.Candidate", "candidate"),
            ("employers.Entrepreneur", "entrepreneur"),
        ):
            settled_by(person, settle_guests)
            goes_over(person, "gatherings.Guest", field, words=_("een naam op een gastenlijst"))
        held_first("employers.Employer", hold_gatherings_of_firms)
        goes_over("employers.Employer", "gatherings.Gathering", "host_employer")
        from werktop.ui.panels import panel_on

        from .panels import panel_of_idea

        panel_on("ambassadors.Idea", panel_of_idea)
