"""On PostgreSQL, references of the long tables are checked once for each statement, not row by row.

A file brings hundreds of thousands of rows of one grant, sent in by one person: asked row by row, whether these exist
costs more than writing. What holds is the same as of any foreign key: what is referred to exists and stays, and stays
locked until the rows are there. SQLite keeps its own. Nulls are left out of the index that lets a row be corrected once.
"""

from django.db import migrations

REFERENCES = {
    "register_event": {
        "grant_id": "grants_grant",
        "participant_id": "register_participant",
        "activity_id": "register_activity",
        "source_id": "register_registerimport",
        "recorded_by_id": "people_person",
    },
    "register_participant": {"grant_id": "grants_grant", "subject_id": "register_subject"},
    "register_pseudonym": {"subject_id": "register_subject"},
}
REFERS = """CREATE FUNCTION register_refers() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE at integer := 0; said bigint[]; missing bigint;
BEGIN
    WHILE at < TG_NARGS LOOP
        EXECUTE format('SELECT array_agg(each) FROM (SELECT DISTINCT %1$I FROM written WHERE %1$I IS NOT NULL) keys(each)',
            TG_ARGV[at]) INTO said;
        -- What this transaction wrote itself nobody else can take away.
        EXECUTE format('SELECT 1 FROM %1$I held WHERE held.id = ANY($1) '
            'AND held.xmin <> pg_current_xact_id()::xid FOR KEY SHARE', TG_ARGV[at + 1]) USING said;
        EXECUTE format('SELECT each FROM unnest($1) keys(each) LEFT JOIN %1$I held ON held.id = each '
            'WHERE held.id IS NULL LIMIT 1', TG_ARGV[at + 1]) INTO missing USING said;
        IF missing IS NOT NULL THEN
            RAISE EXCEPTION '% of % refers to % of %, which is not there',
                TG_ARGV[at], TG_TABLE_NAME, missing, TG_ARGV[at + 1] USING ERRCODE = 'foreign_key_violation';
        END IF;
        at := at + 2;
    END LOOP;
    RETURN NULL;
END $$"""
REFERRED = """CREATE FUNCTION register_is_referred_to() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE at integer := 0; needed bigint;
BEGIN
    WHILE at < TG_NARGS LOOP
        EXECUTE format('SELECT gone.id FROM gone JOIN %1$I held ON held.%2$I = gone.id LIMIT 1',
            TG_ARGV[at], TG_ARGV[at + 1]) INTO needed;
        IF needed IS NOT NULL THEN
            RAISE EXCEPTION '% of % refers to % of %, which stays',
                TG_ARGV[at + 1], TG_ARGV[at], needed, TG_TABLE_NAME USING ERRCODE = 'foreign_key_violation';
        END IF;
        at := at + 2;
    END LOOP;
    RETURN NULL;
END $$"""
STAYS = """CREATE FUNCTION register_keeps_its_key() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% of % keeps its key', OLD.id, TG_TABLE_NAME USING ERRCODE = 'foreign_key_violation';
END $$"""
FIND = """SELECT conname FROM pg_constraint JOIN pg_attribute ON attrelid = conrelid AND attnum = conkey[1]
    WHERE conrelid = %s::regclass AND contype = %s AND attname = %s"""


def replace(apps, schema_editor):
    """The triggers come before the constraints go."""
    if schema_editor.connection.vendor != "postgresql":
        return
    for statement in (REFERS, REFERRED, STAYS, *triggers()):
        schema_editor.execute(statement, params=None)
    for table, columns in REFERENCES.items():
        for column in columns:
            drop(schema_editor, table, column, "f")
    drop(schema_editor, "register_event", "corrects_id", "u")
    schema_editor.execute(
        "CREATE UNIQUE INDEX register_event_corrects_id_key ON register_event (corrects_id) WHERE corrects_id IS NOT NULL"
    )


def triggers():
    """On both ends of each reference."""
    for table, columns in REFERENCES.items():
        said = ", ".join(f"'{name}'" for pair in columns.items() for name in pair)
        for deed in ("INSERT", "UPDATE"):
            yield f"""CREATE TRIGGER {table}_refers_after_{deed.lower()} AFTER {deed} ON {table}
                REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION register_refers({said})"""
    for parent in sorted({parent for columns in REFERENCES.values() for parent in columns.values()}):
        pairs = [(table, name) for table, columns in REFERENCES.items() for name in columns if columns[name] == parent]
        said = ", ".join(f"'{name}'" for pair in pairs for name in pair)
        yield f"""CREATE TRIGGER {parent}_is_referred_to AFTER DELETE ON {parent}
            REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION register_is_referred_to({said})"""
        yield f"""CREATE TRIGGER {parent}_keeps_its_key BEFORE UPDATE OF id ON {parent} FOR EACH ROW
            WHEN (OLD.id IS DISTINCT FROM NEW.id) EXECUTE FUNCTION register_keeps_its_key()"""


def drop(schema_editor, table, column, kind):
    """The constraint of that kind on the column, whatever it is called."""
    with schema_editor.connection.cursor() as cursor:
        cursor.execute(FIND, [table, kind, column])
        for (name,) in cursor.fetchall():
            schema_editor.execute(f'ALTER TABLE {table} DROP CONSTRAINT "{name}"')


class Migration(migrations.Migration):
    """After the tables that are referred to."""

    dependencies = [("register", "0002_append_only"), ("grants", "0001_initial"), ("people", "0001_initial")]
    operations = [migrations.RunPython(replace, migrations.RunPython.noop)]
