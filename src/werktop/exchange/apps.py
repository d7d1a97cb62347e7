from django.apps import AppConfig


class ExchangeConfig(AppConfig):
    name = "werktop.exchange"
    label = "exchange"
