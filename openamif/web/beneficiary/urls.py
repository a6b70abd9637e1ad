"""The addresses of the beneficiary's door."""

from django.urls import include, path

from openamif.web.beneficiary.views import (
    activities,
    attendance,
    counted,
    declaring,
    events,
    files,
    grants,
    home,
    outputs,
    participants,
    registers,
    reports,
)

app_name = "beneficiary"
OF_A_GRANT = "grants/<int:pk>/"
urlpatterns = [
    path("", home.home, name="home"),
    path("grants/", home.grants, name="grants"),
    path(OF_A_GRANT, grants.grant, name="grant"),
    path(f"{OF_A_GRANT}rights/", grants.give, name="grant_rights"),
    path(f"{OF_A_GRANT}indicators/<str:code>/", counted.counted, name="counted"),
    path(f"{OF_A_GRANT}declared/", declaring.declared, name="declared"),
    path("registers/", registers.registers, name="registers"),
    path(f"{OF_A_GRANT}participants/", participants.participants, name="participants"),
    path(f"{OF_A_GRANT}participants/enter/", participants.enter, name="participant_enter"),
    path(f"{OF_A_GRANT}participants/export.<slug:form>", participants.export, name="participants_export"),
    path("participants/<int:pk>/", participants.participant, name="participant"),
    path("participants/<int:pk>/identify/", participants.identify, name="participant_identify"),
    path("participants/<int:pk>/describe/", participants.describe, name="participant_describe"),
    path("participants/<int:pk>/record/", events.record, name="event_record"),
    path("events/<int:pk>/correct/", events.correct, name="event_correct"),
    path(f"{OF_A_GRANT}activities/", activities.activities, name="activities"),
    path(f"{OF_A_GRANT}activities/enter/", activities.enter, name="activity_enter"),
    path("activities/<int:pk>/change/", activities.change, name="activity_change"),
    path(f"{OF_A_GRANT}attendance/", attendance.attendance, name="attendance"),
    path(f"{OF_A_GRANT}delivered/", outputs.outputs, name="outputs"),
    path(f"{OF_A_GRANT}delivered/enter/", outputs.enter, name="output_enter"),
    path("delivered/<int:pk>/correct/", outputs.correct, name="output_correct"),
    path(f"{OF_A_GRANT}files/", files.files, name="imports"),
    path(f"{OF_A_GRANT}files/template.<slug:form>", files.template, name="import_template"),
    path(f"{OF_A_GRANT}files/register.<slug:form>", files.held, name="register_held"),
    path(f"{OF_A_GRANT}files/forget/", files.forget, name="import_forget"),
    path("files/<int:pk>/", files.file, name="import"),
    path("files/<int:pk>/progress/", files.progress, name="import_progress"),
    path("files/<int:pk>/errors.<slug:form>", files.errors, name="import_errors"),
    path("files/<int:pk>/columns/", files.columns, name="import_columns"),
    path("files/<int:pk>/confirm/", files.confirm, name="import_confirm"),
    path("files/<int:pk>/restart/", files.restart, name="import_restart"),
    path("files/<int:pk>/abandon/", files.abandon, name="import_abandon"),
    path("reports/", reports.reports, name="reports"),
    path("reports/", include("openamif.web.beneficiary.reports.urls")),
]
