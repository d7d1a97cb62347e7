from django.apps import AppConfig
from django.db.models.signals import post_migrate


class AuditConfig(AppConfig):
    name = "werktop.audit"
    label = "audit"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Rights on what was written down follow every migration."""
        from .rights import keep_what_was_written

        post_migrate.connect(keep_what_was_written, sender=self)
