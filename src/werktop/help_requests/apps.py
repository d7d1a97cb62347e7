from django.apps import AppConfig


class HelpRequestsConfig(AppConfig):
    name = "werktop.help_requests"
    label = "help_requests"

    def ready(self) -> None:
        """Say what this room tells on a candidate's page, what it keeps, what goes along to another colleague, what stops when
        a candidate stops, and where the post finds professionals."""
        from werktop.audit.telling import tells

        from . import trail_words

        tells(trail_words)
        from django.utils.translation import gettext_lazy as _

        from werktop.audit.kept import TALKS, keeps
        from werktop.audit.merging import goes_over
        from werktop.audit.running import runs_with
        from werktop.audit.story import story_from
        from werktop.candidates.along import goes_along
        from werktop.post.recipients import found_by
        from werktop.ui.panels import panel_on

        from .along import help_requests_follow
        from .commands.stopping import stop_with_candidate
        from .moments import moments_of_help
        from .panels import panel_of_candidate
        from .queries import professionals_by_id, running_help
        from .queries.all_kept import all_kept_of_help

        candidate = "candidates.Candidate"
        panel_on(candidate, panel_of_candidate)
        story_from(candidate, moments_of_help)
        keeps(candidate, all_kept_of_help, "help_requests.HelpRequest", "help_requests.HandOver", place=TALKS)
        goes_along(help_requests_follow)
        runs_with(candidate, running_help, stop=stop_with_candidate)
        found_by("professional", professionals_by_id)
        goes_over(candidate, "help_requests.HelpRequest", "candidate", words=_("een hulpvraag"))
