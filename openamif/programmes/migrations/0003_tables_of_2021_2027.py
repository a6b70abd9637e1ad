from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('programmes', '0002_milestones'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='amount',
            name='amount_is_of_a_known_table',
        ),
        migrations.AddConstraint(
            model_name='amount',
            constraint=models.CheckConstraint(condition=models.Q(('table__in', ['plan', 'special', 'annual', 'fields', 'years'])), name='amount_is_of_a_known_table'),
        ),
    ]
