from django.apps import AppConfig


class EmployersConfig(AppConfig):
    name = "werktop.employers"
    label = "employers"

    def ready(self) -> None:
        """Say on which number people of this room are called where a letter comes too late."""
        from werktop.post.paper import reached_on

        from .queries import entrepreneurs_by_id

        reached_on(
            "entrepreneur",
            lambda keys: {key: row.phone for key, row in entrepreneurs_by_id(list(keys)).items()},
        )
