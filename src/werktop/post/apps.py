from django.apps import AppConfig


class PostConfig(AppConfig):
    name = "werktop.post"
    label = "post"
