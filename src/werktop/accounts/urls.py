from django.urls import path

from .pages import log_in, log_out

app_name = "accounts"
urlpatterns = [
    path("inloggen/", log_in.page, name="log_in"),
    path("uitloggen/", log_out.page, name="log_out"),
]
