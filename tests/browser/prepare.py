"""Run as a program: fills the database that the settings name with the demonstration, and says where its pages are.

Besides what the demonstration plays, the officer has files uploaded: a programme, a cut one, and a workbook of grants
with an error.
"""

import json
import os

import django

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def main() -> None:
    """Migrate, play, and print the keys of the records as JSON."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.test")
    django.setup()
    from django.core.management import call_command

    from openamif.demo.play import DOCUMENT, play
    from openamif.grants.models import Grant
    from openamif.people.models import Person, Role
    from openamif.programmes.models import Version
    from openamif.record.actions.keep_document import keep_document
    from openamif.web.authority.grants.workbook import grant_form
    from tests.grants.workbooks import filled, row

    call_command("migrate", verbosity=0)
    play()
    officer = Person.objects.get(email="officer@demo.openamif.eu")
    raw = DOCUMENT.read_bytes()
    adopted, draft = Version.objects.order_by("pk")
    keys = {
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
        "signed": Grant.objects.filter(state="signed").first().pk,
        "entered": Grant.objects.filter(state="draft").first().pk,
        "person": Person.objects.get(email="evaluator@demo.openamif.eu").pk,
        "role": Role.objects.get(person__email="evaluator@demo.openamif.eu").pk,
    }
    print(json.dumps(keys))  # noqa: T201


if __name__ == "__main__":
    main()
