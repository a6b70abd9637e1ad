"""A grant remembers for how many indicators something counts in it; what was counted before is counted again."""

from typing import Any

from django.db import migrations, models


def count_again(apps: Any, _schema_editor: Any) -> None:
    """The nightly run counts from nothing what is stale."""
    apps.get_model("reports", "TallyState").objects.update(is_stale=True)


class Migration(migrations.Migration):
    dependencies = [
        ("reports", "0005_tallies_looked_up"),
    ]

    operations = [
        migrations.AddField(
            model_name="countedgrant",
            name="indicators",
            field=models.PositiveSmallIntegerField(default=0),
        ),
        migrations.RunPython(count_again, migrations.RunPython.noop),
    ]
