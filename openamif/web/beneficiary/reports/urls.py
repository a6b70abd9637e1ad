"""The addresses of the reports; the door's own addresses include them."""

from django.urls import path

from openamif.web.beneficiary.reports.views import files, preparing, sending

OF_A_REPORT = "<int:pk>/"
urlpatterns = [
    path("due/<int:pk>/begin/", preparing.begin, name="report_begin"),
    path(OF_A_REPORT, preparing.report_page, name="report"),
    path(f"{OF_A_REPORT}texts/<str:key>/", preparing.text, name="report_text"),
    path(f"{OF_A_REPORT}check/", preparing.check, name="report_check"),
    path(f"{OF_A_REPORT}preview/", files.preview, name="report_preview"),
    path(f"{OF_A_REPORT}files/", files.attach, name="report_attach"),
    path("files/<int:pk>/", files.download, name="report_file"),
    path("files/<int:pk>/remove/", files.remove, name="report_file_remove"),
    path("submissions/<int:pk>/<slug:form>/", files.receipt, name="report_receipt"),
    path(f"{OF_A_REPORT}sign/", sending.sign, name="report_sign"),
    path(f"{OF_A_REPORT}answer/", sending.answer, name="report_answer"),
    path(f"{OF_A_REPORT}correct/", sending.correct, name="report_correct"),
]
