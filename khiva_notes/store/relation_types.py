"""The repository of the user's own types of links, with the words that read from either end."""

from __future__ import annotations

from sqlite_utils import Database

from khiva_notes.model.relations import Relation


class RelationTypes:
    """Reads and writes rows of ``relation_types``."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def all(self) -> dict[str, Relation]:
        """Return the library's own types by name, in the order in which they were made."""
        rows = self._db.execute("SELECT name, label, inverse FROM relation_types ORDER BY id")
        return {row[0]: Relation(*row) for row in rows.fetchall()}

    def add(self, relation: Relation) -> None:
        """Add a type, whose name must be free."""
        self._db.execute(
            "INSERT INTO relation_types (name, label, inverse) VALUES (?, ?, ?)",
            [relation.name, relation.label, relation.inverse],
        )

    def set(self, relation: Relation) -> None:
        """Let the type of a name read otherwise."""
        self._db.execute(
            "UPDATE relation_types SET label = ?, inverse = ? WHERE name = ?",
            [relation.label, relation.inverse, relation.name],
        )

    def remove(self, name: str) -> None:
        """Take a type away; links of it stay, and read as its bare name."""
        self._db.execute("DELETE FROM relation_types WHERE name = ?", [name])
