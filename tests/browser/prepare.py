"""Run as a program: fills the database that the settings name with the demonstration, and says where its pages are.

Of the demonstration all but its reports: those that pages are about are made here, one of each state. The officer has
files uploaded: a programme, a cut one, and a workbook of grants with an error.
"""

import json
import os
from importlib import import_module

import django

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
APPEND_ONLY = ("record", "register")


def main() -> None:
    """Make the tables, play, and print the keys of the records as JSON."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.test")
    django.setup()
    make_tables()
    print(json.dumps(played()))  # noqa: T201


def make_tables() -> None:
    """As the models and the triggers say: in a tenth of the time that the migrations take one by one."""
    from django.apps import apps
    from django.conf import settings
    from django.core.management import call_command
    from django.db import connection

    settings.MIGRATION_MODULES = dict.fromkeys(apps.app_configs)
    call_command("migrate", run_syncdb=True, verbosity=0)
    for stage in APPEND_ONLY:
        with connection.schema_editor() as editor:
            import_module(f"openamif.{stage}.migrations.0002_append_only").guard(apps, editor)


def played() -> dict[str, int]:
    """The keys of the records that pages are about."""
    from django.db import transaction
    from django.utils.timezone import localdate

    from openamif.demo.own_indicator import play_own_indicator
    from openamif.demo.play import DOCUMENT, play_funds
    from openamif.demo.stage import Stage
    from openamif.grants.models import Grant
    from openamif.people.models import Person, Role
    from openamif.programmes.models import Programme, Version
    from openamif.record.actions.keep_document import keep_document
    from openamif.reports.actions.publish_figures import publish_figures
    from openamif.web.authority.grants.workbook import grant_form
    from openamif.web.exports.programme_2021 import programme_form
    from openamif.workbooks import write_template
    from tests.browser.checks import keys_of_checks
    from tests.browser.registers import keys_of_registers
    from tests.browser.reports import keys_of_reports
    from tests.factories.programmes import FULL_2021
    from tests.grants.workbooks import filled, row

    with transaction.atomic():
        play_funds(Stage(), on=localdate())
    officer = Person.objects.get(email="officer@demo.openamif.eu")
    raw = DOCUMENT.read_bytes()
    play_own_indicator(Programme.objects.get(period="2014-2020"), by=officer)
    publish_figures(Programme.objects.get(period="2014-2020"), on=localdate(), by=None)
    adopted, draft = Version.objects.filter(programme__period="2014-2020").order_by("pk")
    return {
        "adopted": adopted.pk,
        "draft": draft.pk,
        "programme": draft.programme_id,
        "readable": keep_document(raw, name="programme.txt", content_type="text/plain", by=officer).pk,
        "cut": keep_document(raw[: len(raw) // 2], name="cut.txt", content_type="text/plain", by=officer).pk,
        "workbook": keep_document(
            filled(grant_form(draft.programme), grants=[row(11), row(12, union_amount=900000)]),
            name="grants.xlsx",
            content_type=XLSX,
            by=officer,
        ).pk,
        "programme_2021": keep_document(
            write_template(programme_form(FULL_2021)), name="programme.xlsx", content_type=XLSX, by=officer
        ).pk,
        "signed": Grant.objects.filter(state="signed").first().pk,
        "entered": Grant.objects.filter(state="draft").first().pk,
        "person": Person.objects.get(email="evaluator@demo.openamif.eu").pk,
        "organisation": Person.objects.get(email="liege@demo.openamif.eu").roles.get().organisation_id,
        "role": Role.objects.filter(person__email="evaluator@demo.openamif.eu").earliest("pk").pk,
        **keys_of_registers(),
        **keys_of_checks(),
        **keys_of_reports(),
    }


if __name__ == "__main__":
    main()
