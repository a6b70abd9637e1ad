"""What was found in the cells of a file stands in a column of its own, which lists of files do not read."""

from typing import Any

from django.db import migrations, models

SHARED = ("sheet", "column", "key", "code", "expected")


def move_errors(apps: Any, _editor: Any) -> None:
    """Of files that were read before."""
    uploads = apps.get_model("register", "RegisterImport")
    for upload in uploads.objects.filter(result__has_key="errors").order_by("pk").iterator():
        errors = [
            {**{name: each[name] for name in SHARED}, "cells": [[each["row"], each["found"]]]}
            for each in upload.result.pop("errors")
        ]
        upload.cells = {"errors": errors} if errors else {}
        upload.save(update_fields=["result", "cells"])


class Migration(migrations.Migration):
    dependencies = [("register", "0003_references_at_once")]
    operations = [
        migrations.AddField("registerimport", "cells", models.JSONField(blank=True, default=dict)),
        migrations.RunPython(move_errors, migrations.RunPython.noop),
    ]
