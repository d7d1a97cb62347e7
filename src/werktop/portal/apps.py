from django.apps import AppConfig


class PortalConfig(AppConfig):
    name = "werktop.portal"
    label = "portal"
