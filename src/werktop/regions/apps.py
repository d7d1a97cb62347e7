from django.apps import AppConfig


class RegionsConfig(AppConfig):
    name = "werktop.regions"
    label = "regions"
