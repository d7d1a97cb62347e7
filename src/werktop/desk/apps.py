from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "werktop.desk"
    label = "desk"
