from django.apps import AppConfig


class PostConfig(AppConfig):
    name = "werktop.post"
    label = "post"

    def ready(self) -> None:
        """Say what is kept of what went out to a person, and that it goes over where two are brought together."""
        from werktop.audit.telling import tells

        from . import trail_words

        tells(trail_words)
        from werktop.audit.kept import MESSAGES, keeps
        from werktop.audit.merging import named_by, settled_apart_by, stays

        from . import checks  # noqa: F401 - registers itself
        from .all_kept import all_kept_of_recipient
        from .merging import settle_links_apart

        for person in ("candidates.Candidate", "employers.Entrepreneur"):
            keeps(person, all_kept_of_recipient, "post.Message", "post.Link", place=MESSAGES)
            settled_apart_by(person, settle_links_apart)
        for person in ("candidates.Candidate", "employers.Entrepreneur", "employers.Employer"):
            named_by(person, "post.Message", "to_id", "to_kind")
            named_by(person, "post.Link", "holder_id", "holder_kind", unless=("purpose", "about_id", "reach"))
            for model in ("post.Message", "post.Link"):
                stays(person, model, "about_id", "a gathering, a talk or a step, that goes over by itself")
