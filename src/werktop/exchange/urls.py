from django.urls import path

from .pages import (
    choose_rows,
    download_outcome,
    download_report,
    progress,
    stop_upload,
    template,
    upload,
    uploads,
    withdraw_upload,
)

app_name = "exchange"
urlpatterns = [
    path("", uploads.page, name="uploads"),
    path("leeg/<slug:kind>.<slug:file_type>", template.page, name="template"),
    path("<uuid:upload_id>/", upload.page, name="upload"),
    path("<uuid:upload_id>/voortgang/", progress.page, name="progress"),
    path("<uuid:upload_id>/kiezen/", choose_rows.page, name="choose_rows"),
    path("<uuid:upload_id>/stop/", stop_upload.page, name="stop_upload"),
    path("<uuid:upload_id>/verslag/", download_outcome.page, name="download_outcome"),
    path("<uuid:upload_id>/opmerkingen/", download_report.page, name="download_report"),
    path("<uuid:upload_id>/weg/", withdraw_upload.page, name="withdraw_upload"),
]
