from django.apps import AppConfig


class CatalogueConfig(AppConfig):
    name = "werktop.catalogue"
    label = "catalogue"
