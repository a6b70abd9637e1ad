"""A declared value names the report with whose acceptance it was put right."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("reports", "0003_rights_of_grants"),
    ]

    operations = [
        migrations.AddField(
            model_name="declaredvalue",
            name="report",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="reports.progressreport"
            ),
        ),
    ]
