from django.urls import path

from .pages import (
    catalogue,
    download_catalogue,
    find,
    instruments,
    own_term,
    own_terms,
    restore_own_term,
    retire_own_term,
)

app_name = "catalogue"
urlpatterns = [
    path("", catalogue.page, name="catalogue"),
    path("lijst/", download_catalogue.page, name="download_catalogue"),
    path("zoek/", find.page, name="find"),
    path("cursussen/", instruments.page, name="instruments"),
    path("eigen/", own_terms.page, name="own_terms"),
    path("eigen/<uuid:own_term_id>/", own_term.page, name="own_term"),
    path("eigen/<uuid:own_term_id>/weg/", retire_own_term.page, name="retire_own_term"),
    path("eigen/<uuid:own_term_id>/terug/", restore_own_term.page, name="restore_own_term"),
]
