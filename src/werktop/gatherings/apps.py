from django.apps import AppConfig


class GatheringsConfig(AppConfig):
    name = "werktop.gatherings"
    label = "gatherings"
