from django.apps import AppConfig


class MatchesConfig(AppConfig):
    name = "werktop.matches"
    label = "matches"

    def ready(self) -> None:
        """Say what this room lets go of when a person is erased, what is held first, what runs with somebody, when it was
        in touch with a candidate, which gatherings have young talks, which messages have lost their sense, and what is kept of a
        person."""
        from werktop.audit.telling import tells

        from . import trail_words

        tells(trail_words)
        from django.utils.translation import gettext_lazy as _

        from werktop.audit.erasure import held_first, when_erased
        from werktop.audit.kept import TALKS, keeps, leaves_out
        from werktop.audit.merging import WHOLE, goes_over, settled_by
        from werktop.audit.running import runs_with
        from werktop.candidates.contact import also_in_touch
        from werktop.gatherings.held import also_held_by
        from werktop.post.paper import begins_at
        from werktop.post.sense import outdated_when

        from .commands.breaking_off import end_talks_of, stop_talks_of
        from .commands.forgetting import gatherings_of_young_talks
        from .commands.waiting import lock_hours_of_candidates, lock_hours_of_entrepreneurs
        from .contact import latest_contact_of
        from .erasing import forget_person
        from .merging import settle_steps
        from .messages import OFF
        from .outdated import is_outdated
        from .paper import moments_of, promised_by
        from .queries.all_kept import all_kept_of_talker
        from .queries.running import talks_that_run

        also_in_touch(latest_contact_of)
        also_held_by(gatherings_of_young_talks)
        for person in ("candidates.Candidate", "employers.Entrepreneur"):
            runs_with(person, talks_that_run, end_talks_of, stop_talks_of)
            keeps(person, all_kept_of_talker, "matches.FollowUp", "matches.NextStep", place=TALKS)
        keeps(
            "employers.Entrepreneur",
            all_kept_of_talker,
            "matches.FreeBlock",
            "matches.ThanksCall",
            place=TALKS,
        )
        leaves_out(
            "candidates.Candidate", "matches.FreeBlock", "the entrepreneur's hour; the talk says when it is"
        )
        leaves_out(
            "employers.Entrepreneur",
            "matches.MatchRun",
            "it is about a gathering, not about whose idea that was",
        )
        held_first("candidates.Candidate", lock_hours_of_candidates)
        held_first("employers.Entrepreneur", lock_hours_of_entrepreneurs)
        begins_at("follow_up", OFF | {"follow_up"}, moments_of)
        begins_at("next_step", frozenset({"next_step"}), promised_by)
        outdated_when("follow_up", is_outdated)
        when_erased("candidates.Candidate", forget_person)
        when_erased("employers.Entrepreneur", forget_person)
        talk, step = _("een vervolggesprek"), _("een volgende stap")
        goes_over("candidates.Candidate", "matches.FollowUp", "candidate", words=talk)
        goes_over("candidates.Candidate", "matches.NextStep", "candidate", words=step)
        settled_by("candidates.Candidate", settle_steps)
        person = "employers.Entrepreneur"
        goes_over(person, "matches.FollowUp", "entrepreneur", words=talk)
        goes_over(person, "matches.NextStep", "introducer", since=WHOLE)
        call, hour = _("een belletje om te bedanken"), _("een uur voor gesprekken")
        goes_over(person, "matches.ThanksCall", "entrepreneur", beside=("gathering_id",), words=call)
        goes_over(person, "matches.FreeBlock", "entrepreneur", beside=("starts_at",), words=hour)
        goes_over("employers.Employer", "matches.NextStep", "firm")
