"""Addresses of this room: the style guide, for who builds pages."""

from django.urls import path

from werktop.ui.pages.styleguide import styleguide

app_name = "ui"

urlpatterns = [path("styleguide/", styleguide, name="styleguide")]
