"""The addresses of the reports; the door's own addresses take them in."""

from django.urls import path

from openamif.web.authority.reports.views import deciding, declaring, lists, proving, report, rights

OF_A_REPORT = "reports/<int:pk>/"
urlpatterns = [
    path("reports/", lists.every_programme, name="all_reports"),
    path("programmes/<int:pk>/reports/", lists.reports, name="reports"),
    path("programmes/<int:pk>/reports/export.<slug:form>", lists.export, name="reports_export"),
    path(OF_A_REPORT, report.report_page, name="report"),
    path(f"{OF_A_REPORT}computed-again/", proving.proof, name="report_proof"),
    path(f"{OF_A_REPORT}examine/", deciding.examine, name="report_examine"),
    path(f"{OF_A_REPORT}accept/", deciding.accept, name="report_accept"),
    path(f"{OF_A_REPORT}return/", deciding.send_back, name="report_return"),
    path(f"{OF_A_REPORT}ask/", deciding.ask, name="report_ask"),
    path(f"{OF_A_REPORT}correct/", deciding.correct, name="report_correct"),
    path("reports/values/<int:pk>/", deciding.value, name="report_value"),
    path("reports/files/<int:pk>/", report.download, name="report_file"),
    path("reports/submissions/<int:pk>/<slug:form>/", report.receipt, name="report_receipt"),
    path("grants/<int:pk>/declared/", declaring.of_grant, name="grant_declared"),
    path("programmes/<int:pk>/situation/totals/", declaring.of_programme, name="situation_totals"),
    path("grants/<int:pk>/rights/", rights.give, name="grant_rights"),
]
