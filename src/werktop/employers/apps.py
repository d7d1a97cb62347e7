from django.apps import AppConfig


class EmployersConfig(AppConfig):
    name = "werktop.employers"
    label = "employers"

    def ready(self) -> None:
        """Say on which number people of this room are called where a letter comes too late, and what this room keeps of
        them."""
        from werktop.audit.kept import FILE, keeps
        from werktop.post.paper import reached_on

        from .queries import entrepreneurs_by_id
        from .queries.all_kept import all_kept_of_entrepreneur

        tables = ("employers.Entrepreneur", "employers.KnownFirm", "employers.Joining")
        keeps("employers.Entrepreneur", all_kept_of_entrepreneur, *tables, place=FILE)
        reached_on(
            "entrepreneur",
            lambda keys: {key: row.phone for key, row in entrepreneurs_by_id(list(keys)).items()},
        )
