from django.apps import AppConfig


class PostConfig(AppConfig):
    name = "werktop.post"
    label = "post"

    def ready(self) -> None:
        from . import checks  # noqa: F401 - registers itself
