"""The addresses of checks on the spot."""

from django.urls import path

from openamif.web.authority.checks.views import check, finding, lists, moving, planning

urlpatterns = [
    path("checks/", lists.everywhere, name="all_checks"),
    path("programmes/<int:pk>/checks/", lists.checks, name="checks"),
    path("programmes/<int:pk>/checks/export.<slug:form>", lists.export, name="checks_export"),
    path("grants/<int:pk>/checks/plan/", planning.plan, name="check_plan"),
    path("checks/<int:pk>/", check.page, name="check"),
    path("checks/<int:pk>/list.pdf", check.visit_list, name="check_list"),
    path("checks/<int:pk>/population.csv", check.population, name="check_population"),
    path("checks/<int:pk>/sample/<int:position>/", finding.write, name="check_finding"),
    path("checks/<int:pk>/sample/<int:position>/correction/", finding.link, name="check_link"),
    path("checks/<int:pk>/visit/", moving.carry_out, name="check_carry_out"),
    path("checks/<int:pk>/close/", moving.close, name="check_close"),
    path("checks/<int:pk>/abandon/", moving.abandon, name="check_abandon"),
]
