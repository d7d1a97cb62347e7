from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "werktop.desk"
    label = "desk"

    def ready(self) -> None:
        """Say what this room, which looks across rooms, knows of a candidate and of a firm, and what becomes of its rows where
        two firms are brought together, and what comes back with a firm that is put back."""
        from werktop.audit.kept import FILE, keeps
        from werktop.audit.merging import goes_over
        from werktop.audit.put_back import when_put_back
        from werktop.audit.telling import tells

        from . import trail_words

        tells(trail_words)
        from werktop.audit.story import story_from
        from werktop.ui.panels import panel_on

        from . import moments
        from .all_kept import all_kept_of_links
        from .commands.network import link_comes_back
        from .panels import panel_of_candidate, panel_of_employer

        story_from("candidates.Candidate", moments.gathering_moments)
        story_from("candidates.Candidate", moments.talk_moments)
        story_from("employers.Employer", moments.gathering_moments_of_employer)
        story_from("employers.Employer", moments.talk_moments_of_employer)
        panel_on("candidates.Candidate", panel_of_candidate)
        panel_on("employers.Employer", panel_of_employer)
        goes_over("employers.Employer", "desk.FirmLink", "employer")
        when_put_back("candidates.KnownFirm", link_comes_back)
        keeps("candidates.Candidate", all_kept_of_links, "desk.FirmLink", place=FILE)
