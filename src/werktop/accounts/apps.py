from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "werktop.accounts"
    label = "accounts"
