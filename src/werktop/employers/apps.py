from django.apps import AppConfig


class EmployersConfig(AppConfig):
    name = "werktop.employers"
    label = "employers"
