"""The addresses of the authorities' door."""

from django.urls import include, path

from openamif.web.authority.grants.views import editing as grant_editing
from openamif.web.authority.grants.views import grant as grant_pages
from openamif.web.authority.grants.views import importing as grant_importing
from openamif.web.authority.grants.views import lists as grant_lists
from openamif.web.authority.grants.views import rows as grant_rows
from openamif.web.authority.grants.views import saving as grant_saving
from openamif.web.authority.situation import urls as situation
from openamif.web.authority.views import (
    comparing,
    editing,
    exporting,
    importing,
    importing_2021,
    moving,
    programmes,
    version,
)

app_name = "authority"
OF_A_VERSION = "versions/<int:pk>/"
urlpatterns = [
    path("", programmes.home, name="home"),
    path("programmes/", programmes.programmes, name="programmes"),
    path("imports/", importing.upload, name="import"),
    path("imports/<int:pk>/", importing.check, name="import_check"),
    path("imports/<int:pk>/confirm/", importing.confirm, name="import_confirm"),
    path("imports/2021-2027/", importing_2021.upload, name="import_2021"),
    path("imports/2021-2027/template/", importing_2021.template, name="import_2021_template"),
    path("imports/2021-2027/<int:pk>/", importing_2021.check, name="import_2021_check"),
    path("imports/2021-2027/<int:pk>/confirm/", importing_2021.confirm, name="import_2021_confirm"),
    path(OF_A_VERSION, version.overview_page, name="version"),
    path(f"{OF_A_VERSION}objectives/", version.objectives, name="version_objectives"),
    path(f"{OF_A_VERSION}timetable/", version.timetable, name="version_timetable"),
    path(f"{OF_A_VERSION}plan/", version.plan, name="version_plan"),
    path(f"{OF_A_VERSION}special-cases/", version.special_cases, name="version_special_cases"),
    path(f"{OF_A_VERSION}commitments/", version.commitments, name="version_commitments"),
    path(f"{OF_A_VERSION}indicators/", version.indicators, name="version_indicators"),
    path(f"{OF_A_VERSION}texts/", version.texts, name="version_texts"),
    path(f"{OF_A_VERSION}authorities/", version.authorities, name="version_authorities"),
    path(f"{OF_A_VERSION}findings/", version.findings, name="version_findings"),
    path(f"{OF_A_VERSION}history/", version.history, name="version_history"),
    path(f"{OF_A_VERSION}compare/", comparing.compare, name="version_compare"),
    path(f"{OF_A_VERSION}steps/", moving.steps, name="version_steps"),
    path(f"{OF_A_VERSION}moves/<str:move>/", moving.move, name="version_move"),
    path(f"{OF_A_VERSION}begin/", moving.begin, name="version_begin"),
    path(f"{OF_A_VERSION}observations/", moving.observe, name="version_observe"),
    path(f"{OF_A_VERSION}delete/", moving.delete, name="version_delete"),
    path(f"{OF_A_VERSION}export/<str:form>/", exporting.export, name="version_export"),
    path(f"{OF_A_VERSION}edit/texts/<str:key>/", editing.text, name="edit_text"),
    path(f"{OF_A_VERSION}edit/actions/<int:number>/", editing.action, name="edit_action"),
    path(f"{OF_A_VERSION}edit/objectives/<str:objective>/new-action/", editing.new_action, name="edit_new_action"),
    path(f"{OF_A_VERSION}edit/control-system/", editing.control_system, name="edit_control_system"),
    path(f"{OF_A_VERSION}edit/amounts/<str:table>/", editing.amounts, name="edit_amounts"),
    path(f"{OF_A_VERSION}edit/rows/<str:table>/", editing.rows, name="edit_rows"),
    path(f"{OF_A_VERSION}edit/authorities/", editing.authorities, name="edit_authorities"),
    path(f"{OF_A_VERSION}edit/programme/", editing.programme, name="edit_programme"),
    path("grants/", grant_lists.every_programme, name="all_grants"),
    path("programmes/<int:pk>/grants/", grant_lists.grants, name="grants"),
    path("programmes/<int:pk>/grants/enter/", grant_editing.enter, name="grant_enter"),
    path("programmes/<int:pk>/grants/views/", grant_saving.save, name="grants_save_view"),
    path("programmes/<int:pk>/grants/views/<int:view>/", grant_saving.delete, name="grants_delete_view"),
    path("programmes/<int:pk>/grants/export.<slug:form>", grant_lists.export, name="grants_export"),
    path("programmes/<int:pk>/grants/template/", grant_importing.template, name="grants_template"),
    path("programmes/<int:pk>/grants/import/", grant_importing.upload, name="grants_import"),
    path("programmes/<int:pk>/grants/import/<int:upload>/", grant_importing.check, name="grants_check"),
    path(
        "programmes/<int:pk>/grants/import/<int:upload>/errors.<slug:form>",
        grant_importing.errors,
        name="grants_errors",
    ),
    path("programmes/<int:pk>/grants/import/<int:upload>/confirm/", grant_importing.confirm, name="grants_confirm"),
    path("grants/<int:pk>/", grant_pages.grant_page, name="grant"),
    path("grants/<int:pk>/edit/", grant_editing.edit, name="grant_edit"),
    path("grants/<int:pk>/rows/<slug:table>/", grant_rows.rows, name="grant_rows"),
    path("grants/<int:pk>/owners/", grant_rows.owners, name="grant_owners"),
    path("grants/<int:pk>/owners/edit/", grant_rows.edit_owners, name="grant_edit_owners"),
    path("grants/<int:pk>/sign/", grant_pages.sign, name="grant_sign"),
    path("grants/<int:pk>/end/", grant_pages.end, name="grant_end"),
    *situation.urlpatterns,
    path("", include("openamif.web.authority.checks.urls")),
    path("", include("openamif.web.authority.letters.urls")),
    path("", include("openamif.web.authority.reports.urls")),
    path("", include("openamif.web.authority.register.urls")),
]
