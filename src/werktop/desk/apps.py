from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "werktop.desk"
    label = "desk"

    def ready(self) -> None:
        """Say what this room, which looks across rooms, knows of a candidate and of a firm."""
        from werktop.audit.telling import tells

        from . import trail_words

        tells(trail_words)
        from werktop.audit.story import story_from

        from . import moments

        story_from("candidates.Candidate", moments.gathering_moments)
        story_from("candidates.Candidate", moments.talk_moments)
        story_from("employers.Employer", moments.gathering_moments_of_employer)
        story_from("employers.Employer", moments.talk_moments_of_employer)
