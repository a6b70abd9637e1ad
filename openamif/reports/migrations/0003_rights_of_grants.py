"""Rights to a grant move to the grants: the table gets its new name and keeps its rows."""

from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('grants', '0003_reports_start_on'),
        ('reports', '0002_kept_tally'),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.AlterModelTable(name='GrantRight', table='grants_grantright')],
            state_operations=[migrations.DeleteModel(name='GrantRight')],
        ),
    ]
