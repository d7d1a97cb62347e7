from django.apps import AppConfig


class DemoConfig(AppConfig):
    name = "werktop.demo"
    label = "demo"
