"""The database itself refuses to change what happened, and to delete it before its retention period is over."""

from django.db import migrations

TABLES = ("register_event", "register_output")
_ERASED = "EXISTS (SELECT 1 FROM register_erasure WHERE grant_id = OLD.grant_id)"
SQLITE = [
    statement
    for table in TABLES
    for statement in (
        f"""CREATE TRIGGER {table}_refuses_update BEFORE UPDATE ON {table}
        BEGIN SELECT RAISE(ABORT, 'the register only grows'); END""",
        f"""CREATE TRIGGER {table}_refuses_delete BEFORE DELETE ON {table} WHEN NOT {_ERASED}
        BEGIN SELECT RAISE(ABORT, 'the register only grows'); END""",
    )
]
POSTGRESQL = [
    f"""CREATE FUNCTION register_only_grows() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF TG_OP = 'DELETE' AND {_ERASED} THEN RETURN OLD; END IF;
        RAISE EXCEPTION 'the register only grows' USING ERRCODE = 'integrity_constraint_violation';
    END $$""",
    *(
        f"""CREATE TRIGGER {table}_refuses_change BEFORE UPDATE OR DELETE ON {table}
        FOR EACH ROW EXECUTE FUNCTION register_only_grows()"""
        for table in TABLES
    ),
]


def guard(apps, schema_editor):
    """The triggers of this database."""
    statements = {"sqlite": SQLITE, "postgresql": POSTGRESQL}[schema_editor.connection.vendor]
    for statement in statements:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    """After the tables."""

    dependencies = [("register", "0001_initial")]
    operations = [migrations.RunPython(guard, migrations.RunPython.noop)]
