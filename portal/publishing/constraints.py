"""The rule that intervals of one timeline never overlap, held by the database itself."""

from django.db.backends.ddl_references import Statement, Table
from django.db.models import BaseConstraint

# Half-open intervals; live_until NULL means "no end". Texts of one format compare as instants.
OVERLAPS = """EXISTS (
  SELECT 1 FROM %(table)s other
  WHERE other.timeline_id = NEW.timeline_id AND other.id IS NOT {self_id}
    AND other.live_from IS NOT NULL
    AND (other.live_until IS NULL OR other.live_until > NEW.live_from)
    AND (NEW.live_until IS NULL OR NEW.live_until > other.live_from))"""
TRIGGER = (
    "CREATE TRIGGER %(name)s BEFORE {event} ON %(table)s "
    "WHEN NEW.live_from IS NOT NULL AND {overlaps} "
    "BEGIN SELECT RAISE(ABORT, 'two editions of one timeline overlap'); END"
)
TRIGGERS = {
    "insert": TRIGGER.format(event="INSERT", overlaps=OVERLAPS.format(self_id="NULL")),
    "update": TRIGGER.format(
        event="UPDATE OF timeline_id, live_from, live_until",
        overlaps=OVERLAPS.format(self_id="OLD.id"),
    ),
}
EXCLUDE = (
    "EXCLUDE USING gist (timeline_id WITH =, tstzrange(live_from, live_until) WITH &&) "
    "WHERE (live_from IS NOT NULL)"
)


class NoOverlap(BaseConstraint):
    """An exclusion constraint on PostgreSQL, two triggers on SQLite.

    Both raise IntegrityError. Neither is deferred: close the old interval before opening the
    new one. `django.contrib.postgres` is not used, since it makes psycopg compulsory on SQLite.
    """

    def constraint_sql(self, model, schema_editor):
        if schema_editor.connection.vendor == "postgresql":
            return f"CONSTRAINT {schema_editor.quote_name(self.name)} {EXCLUDE}"
        # As deferred statements they come back after SQLite's "remake the table" migrations.
        schema_editor.deferred_sql.extend(
            Statement(
                sql,
                name=schema_editor.quote_name(f"{self.name}_{event}"),
                table=Table(model._meta.db_table, schema_editor.quote_name),
            )
            for event, sql in TRIGGERS.items()
        )
        return None

    def create_sql(self, model, schema_editor):
        if schema_editor.connection.vendor != "postgresql":
            return None  # SQLite remakes the table instead, through constraint_sql()
        return Statement(
            "ALTER TABLE %(table)s ADD %(constraint)s",
            table=Table(model._meta.db_table, schema_editor.quote_name),
            constraint=self.constraint_sql(model, schema_editor),
        )

    def remove_sql(self, model, schema_editor):
        if schema_editor.connection.vendor != "postgresql":
            return None
        return schema_editor._delete_constraint_sql(
            schema_editor.sql_delete_check, model, self.name
        )

    def validate(self, model, instance, exclude=None, using=None):
        """Nothing to ask in forms: no form sets an interval."""

    def __eq__(self, other):
        # Without this each makemigrations would remove the constraint and add it again.
        return isinstance(other, NoOverlap) and self.name == other.name

    def __hash__(self):
        return hash(self.name)
