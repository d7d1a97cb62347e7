from django.apps import AppConfig


class PrivacyConfig(AppConfig):
    name = "werktop.privacy"
    label = "privacy"
