from django.urls import path

from .pages import download_network, network

app_name = "ambassadors"
urlpatterns = [
    path("", network.page, name="network"),
    path("lijst/", download_network.page, name="download_network"),
]
