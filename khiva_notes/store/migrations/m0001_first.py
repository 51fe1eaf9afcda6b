"""The first schema: items and what hangs on them, texts, disputes, and the log of revisions."""

from __future__ import annotations

from sqlite_utils import Database

NAME = "0001_first"

_LIBRARY = (
    """
    CREATE TABLE library (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        uid TEXT NOT NULL,
        title TEXT NOT NULL,
        created TEXT NOT NULL
    )""",
    """
    CREATE TABLE revisions (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        token TEXT NOT NULL,
        label TEXT NOT NULL,
        origin TEXT NOT NULL,
        way TEXT NOT NULL,
        at TEXT NOT NULL
    )""",
    """
    CREATE TABLE touched (
        item_id INTEGER NOT NULL,
        part TEXT NOT NULL,
        revision INTEGER NOT NULL,
        PRIMARY KEY (item_id, part)
    ) WITHOUT ROWID""",
    "CREATE INDEX touched_by_revision ON touched (revision, part, item_id)",
)

_ITEMS = (
    """
    CREATE TABLE items (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        key TEXT NOT NULL UNIQUE,
        kind TEXT NOT NULL,
        title TEXT NOT NULL,
        body TEXT NOT NULL DEFAULT '',
        fields TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(fields)),
        starred INTEGER NOT NULL DEFAULT 0,
        created TEXT NOT NULL,
        modified TEXT NOT NULL,
        trashed TEXT NOT NULL DEFAULT ''
    )""",
    "CREATE INDEX items_by_kind ON items (kind, trashed)",
    """
    CREATE TABLE links (
        id INTEGER PRIMARY KEY,
        from_id INTEGER NOT NULL REFERENCES items (id) ON DELETE CASCADE,
        to_id INTEGER NOT NULL REFERENCES items (id) ON DELETE CASCADE,
        type TEXT NOT NULL,
        role TEXT NOT NULL DEFAULT '',
        note TEXT NOT NULL DEFAULT '',
        UNIQUE (from_id, to_id, type, role)
    )""",
    "CREATE INDEX links_to ON links (to_id)",
    """
    CREATE TABLE tags (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL UNIQUE COLLATE NOCASE,
        note TEXT NOT NULL DEFAULT ''
    )""",
    """
    CREATE TABLE item_tags (
        id INTEGER PRIMARY KEY,
        item_id INTEGER NOT NULL REFERENCES items (id) ON DELETE CASCADE,
        tag_id INTEGER NOT NULL REFERENCES tags (id) ON DELETE CASCADE,
        UNIQUE (item_id, tag_id)
    )""",
    "CREATE INDEX item_tags_by_tag ON item_tags (tag_id)",
)

_TEXTS = (
    """
    CREATE TABLE text_versions (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        item_id INTEGER NOT NULL REFERENCES items (id) ON DELETE CASCADE,
        number INTEGER NOT NULL,
        file_name TEXT NOT NULL,
        media_type TEXT NOT NULL,
        encoding TEXT NOT NULL,
        language TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        created TEXT NOT NULL,
        length INTEGER NOT NULL,
        blocks TEXT NOT NULL CHECK (json_valid(blocks)),
        pages TEXT NOT NULL CHECK (json_valid(pages)),
        text TEXT NOT NULL,
        UNIQUE (item_id, number)
    )""",
    "CREATE INDEX text_versions_by_hash ON text_versions (sha256)",
    """
    CREATE TABLE originals (
        id INTEGER PRIMARY KEY REFERENCES text_versions (id) ON DELETE CASCADE,
        data BLOB NOT NULL
    )""",
    """
    CREATE TABLE passages (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        version_id INTEGER NOT NULL REFERENCES text_versions (id) ON DELETE CASCADE,
        item_id INTEGER REFERENCES items (id) ON DELETE CASCADE,
        "start" INTEGER NOT NULL,
        "end" INTEGER NOT NULL,
        exact TEXT NOT NULL,
        prefix TEXT NOT NULL DEFAULT '',
        suffix TEXT NOT NULL DEFAULT '',
        status TEXT NOT NULL DEFAULT 'ok',
        CHECK ("start" >= 0 AND "end" > "start")
    )""",
    'CREATE INDEX passages_by_version ON passages (version_id, "start")',
    "CREATE INDEX passages_by_item ON passages (item_id)",
    """
    CREATE TABLE citation_marks (
        id INTEGER PRIMARY KEY,
        version_id INTEGER NOT NULL REFERENCES text_versions (id) ON DELETE CASCADE,
        "start" INTEGER NOT NULL,
        "end" INTEGER NOT NULL,
        number TEXT NOT NULL,
        locator TEXT NOT NULL,
        work_id INTEGER REFERENCES items (id) ON DELETE SET NULL
    )""",
    'CREATE INDEX citation_marks_by_version ON citation_marks (version_id, "start")',
    "CREATE INDEX citation_marks_by_work ON citation_marks (work_id)",
    """
    CREATE TABLE names (
        id INTEGER PRIMARY KEY,
        item_id INTEGER NOT NULL REFERENCES items (id) ON DELETE CASCADE,
        text TEXT NOT NULL,
        kind TEXT NOT NULL,
        language TEXT NOT NULL DEFAULT '',
        script TEXT NOT NULL DEFAULT '',
        passage_id INTEGER REFERENCES passages (id) ON DELETE SET NULL
    )""",
    "CREATE INDEX names_by_item ON names (item_id)",
    "CREATE INDEX names_by_passage ON names (passage_id)",
)

_DISPUTES = (
    """
    CREATE TABLE accounts (
        id INTEGER PRIMARY KEY,
        dispute_id INTEGER NOT NULL REFERENCES items (id) ON DELETE CASCADE,
        key TEXT NOT NULL,
        position INTEGER NOT NULL,
        label TEXT NOT NULL,
        voice_id INTEGER REFERENCES items (id) ON DELETE SET NULL,
        source_id INTEGER REFERENCES items (id) ON DELETE SET NULL,
        how_known TEXT NOT NULL DEFAULT 'unknown',
        passage_id INTEGER REFERENCES passages (id) ON DELETE SET NULL,
        interest TEXT NOT NULL DEFAULT '',
        note TEXT NOT NULL DEFAULT '',
        UNIQUE (dispute_id, key)
    )""",
    "CREATE INDEX accounts_by_voice ON accounts (voice_id)",
    "CREATE INDEX accounts_by_source ON accounts (source_id)",
    "CREATE INDEX accounts_by_passage ON accounts (passage_id)",
    """
    CREATE TABLE account_claims (
        id INTEGER PRIMARY KEY,
        account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
        claim_id INTEGER NOT NULL REFERENCES items (id) ON DELETE CASCADE,
        UNIQUE (account_id, claim_id)
    )""",
    "CREATE INDEX account_claims_by_claim ON account_claims (claim_id)",
    """
    CREATE TABLE account_bases (
        id INTEGER PRIMARY KEY,
        account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
        on_account_id INTEGER REFERENCES accounts (id) ON DELETE CASCADE,
        on_source_id INTEGER REFERENCES items (id) ON DELETE CASCADE,
        CHECK ((on_account_id IS NULL) <> (on_source_id IS NULL)),
        UNIQUE (account_id, on_account_id, on_source_id)
    )""",
    "CREATE INDEX account_bases_on_account ON account_bases (on_account_id)",
    "CREATE INDEX account_bases_on_source ON account_bases (on_source_id)",
    """
    CREATE TABLE aspects (
        id INTEGER PRIMARY KEY,
        dispute_id INTEGER NOT NULL REFERENCES items (id) ON DELETE CASCADE,
        key TEXT NOT NULL,
        position INTEGER NOT NULL,
        name TEXT NOT NULL,
        value_type TEXT NOT NULL DEFAULT 'text',
        UNIQUE (dispute_id, key)
    )""",
    """
    CREATE TABLE cells (
        id INTEGER PRIMARY KEY,
        account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
        aspect_id INTEGER NOT NULL REFERENCES aspects (id) ON DELETE CASCADE,
        stance TEXT NOT NULL DEFAULT 'not-read',
        value TEXT NOT NULL DEFAULT '',
        card_id INTEGER REFERENCES items (id) ON DELETE SET NULL,
        number_low REAL,
        number_high REAL,
        unit TEXT NOT NULL DEFAULT '',
        paraphrase TEXT NOT NULL DEFAULT '',
        UNIQUE (account_id, aspect_id)
    )""",
    "CREATE INDEX cells_by_aspect ON cells (aspect_id)",
    "CREATE INDEX cells_by_card ON cells (card_id)",
    """
    CREATE TABLE cell_passages (
        id INTEGER PRIMARY KEY,
        cell_id INTEGER NOT NULL REFERENCES cells (id) ON DELETE CASCADE,
        passage_id INTEGER NOT NULL REFERENCES passages (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        UNIQUE (cell_id, passage_id)
    )""",
    "CREATE INDEX cell_passages_by_passage ON cell_passages (passage_id)",
    """
    CREATE TABLE verdicts (
        id INTEGER PRIMARY KEY REFERENCES items (id) ON DELETE CASCADE,
        elected_id INTEGER REFERENCES accounts (id) ON DELETE SET NULL,
        certainty TEXT NOT NULL DEFAULT 'undecided',
        reasons TEXT NOT NULL DEFAULT '',
        fingerprint TEXT NOT NULL DEFAULT '',
        decided TEXT NOT NULL DEFAULT ''
    )""",
    "CREATE INDEX verdicts_by_elected ON verdicts (elected_id)",
    """
    CREATE TABLE dates (
        id INTEGER PRIMARY KEY,
        item_id INTEGER REFERENCES items (id) ON DELETE CASCADE,
        account_id INTEGER REFERENCES accounts (id) ON DELETE CASCADE,
        cell_id INTEGER REFERENCES cells (id) ON DELETE CASCADE,
        field TEXT NOT NULL,
        original TEXT NOT NULL,
        edtf TEXT NOT NULL,
        calendar TEXT NOT NULL,
        earliest INTEGER,
        latest INTEGER,
        inferred INTEGER NOT NULL,
        note TEXT NOT NULL DEFAULT '',
        CHECK ((item_id IS NOT NULL) + (account_id IS NOT NULL) + (cell_id IS NOT NULL) = 1),
        UNIQUE (item_id, account_id, cell_id, field)
    )""",
    "CREATE INDEX dates_by_account ON dates (account_id)",
    "CREATE INDEX dates_by_cell ON dates (cell_id)",
    "CREATE INDEX dates_by_day ON dates (earliest, latest)",
)


def migrate(db: Database) -> None:
    """Create every table of the first released format."""
    for statement in (*_LIBRARY, *_ITEMS, *_TEXTS, *_DISPUTES):
        db.execute(statement)
