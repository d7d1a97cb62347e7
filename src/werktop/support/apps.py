from django.apps import AppConfig


class SupportConfig(AppConfig):
    name = "werktop.support"
    label = "support"
