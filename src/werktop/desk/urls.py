from django.urls import path

from .pages import today

app_name = "desk"
urlpatterns = [path("", today.page, name="today")]
