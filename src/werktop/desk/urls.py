from django.urls import path

from .pages import find, today

app_name = "desk"
urlpatterns = [
    path("", today.page, name="today"),
    path("zoek/", find.page, name="find"),
]
