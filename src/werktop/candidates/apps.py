from django.apps import AppConfig


class CandidatesConfig(AppConfig):
    name = "werktop.candidates"
    label = "candidates"
