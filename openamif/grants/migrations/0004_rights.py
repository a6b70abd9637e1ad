"""Rights to a grant move here from the reports: they are about its register as well."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('grants', '0003_reports_start_on'),
        ('reports', '0003_rights_of_grants'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(state_operations=[
            migrations.CreateModel(
                name='GrantRight',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('right', models.CharField(max_length=10)),
                    ('grant', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='rights', to='grants.grant')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='grant_rights', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'ordering': ['grant', 'person', 'pk'],
                    'constraints': [models.UniqueConstraint(fields=('grant', 'person'), name='grant_right_is_given_once'), models.CheckConstraint(condition=models.Q(('right__in', ['view', 'edit', 'sign'])), name='grant_right_is_known')],
                },
            ),
        ]),
    ]
