from django.apps import AppConfig


class MatchesConfig(AppConfig):
    name = "werktop.matches"
    label = "matches"
