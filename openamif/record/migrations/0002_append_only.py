"""The database itself refuses to change or delete an event of the trail."""

from django.db import migrations

SQLITE = [
    f"""CREATE TRIGGER trail_refuses_{verb.lower()} BEFORE {verb} ON record_trail
    BEGIN SELECT RAISE(ABORT, 'the trail only grows'); END"""
    for verb in ("UPDATE", "DELETE")
]
POSTGRESQL = [
    """CREATE FUNCTION trail_only_grows() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'the trail only grows' USING ERRCODE = 'integrity_constraint_violation'; END $$""",
    """CREATE TRIGGER trail_refuses_change BEFORE UPDATE OR DELETE ON record_trail
    FOR EACH ROW EXECUTE FUNCTION trail_only_grows()""",
]


def guard(apps, schema_editor):
    """The triggers of this database."""
    statements = {"sqlite": SQLITE, "postgresql": POSTGRESQL}[schema_editor.connection.vendor]
    for statement in statements:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    """After the table."""

    dependencies = [("record", "0001_initial")]
    operations = [migrations.RunPython(guard, migrations.RunPython.noop)]
