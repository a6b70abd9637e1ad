"""Tables keep exact numbers and speak the words of the fund."""

from django.db.models import DateField, DateTimeField, FloatField

from tests.house.tree import check, models


def fields():
    return [field for model in models() for field in model._meta.get_fields() if hasattr(field, "column")]


def label(field):
    return f"{field.model.__name__}.{field.name}"


def test_no_table_keeps_a_float():
    check("floats", {label(field) for field in fields() if isinstance(field, FloatField)})


def test_instants_end_in_at_and_days_in_on():
    misnamed = set()
    for field in fields():
        ending = "at" if isinstance(field, DateTimeField) else "on" if isinstance(field, DateField) else None
        if ending and field.name.split("_")[-1] != ending:
            misnamed.add(label(field))
    # Django's own name for the instant of the last log-in.
    check("misnamed_days", misnamed - {"Person.last_login"})
