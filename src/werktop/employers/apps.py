from django.apps import AppConfig


class EmployersConfig(AppConfig):
    name = "werktop.employers"
    label = "employers"

    def ready(self) -> None:
        """Say where the post finds people of this room, and what this room keeps of them."""
        from django.utils.translation import ngettext

        from werktop.audit.kept import FILE, keeps
        from werktop.catalogue.used import counted_in
        from werktop.post.recipients import found_by

        from .queries import entrepreneurs_by_id, term_uses
        from .queries.all_kept import all_kept_of_entrepreneur

        tables = ("employers.Entrepreneur", "employers.KnownFirm", "employers.Joining")
        keeps("employers.Entrepreneur", all_kept_of_entrepreneur, *tables, place=FILE)
        counted_in(
            "employers",
            lambda number: ngettext("%(n)d werkgever", "%(n)d werkgevers", number) % {"n": number},
            term_uses,
        )
        found_by("entrepreneur", entrepreneurs_by_id)
