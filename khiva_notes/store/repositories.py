"""All repositories over one connection, put together in one place."""

from __future__ import annotations

from sqlite_utils import Database

from khiva_notes.store.accounts import Accounts
from khiva_notes.store.belongings import Belongings
from khiva_notes.store.cells import Aspects, Cells
from khiva_notes.store.citations import Citations
from khiva_notes.store.claims import Claims
from khiva_notes.store.dates import Dates
from khiva_notes.store.disputes import Disputes
from khiva_notes.store.essays import Essays
from khiva_notes.store.item_history import ItemHistory
from khiva_notes.store.items import Items
from khiva_notes.store.library_row import LibraryRows
from khiva_notes.store.links import Links
from khiva_notes.store.names import Names
from khiva_notes.store.orders import Orders
from khiva_notes.store.passages import Passages
from khiva_notes.store.read_spans import ReadSpans
from khiva_notes.store.refusals import Refusals
from khiva_notes.store.relation_types import RelationTypes
from khiva_notes.store.resting import Resting
from khiva_notes.store.revisions import Revisions
from khiva_notes.store.rows import Rows
from khiva_notes.store.saved_searches import SavedSearches
from khiva_notes.store.settled import Settled
from khiva_notes.store.tags import Tags
from khiva_notes.store.texts import Texts
from khiva_notes.store.verdict_bases import VerdictBases
from khiva_notes.store.works import Works


class Repositories:
    """One repository for each aggregate, over a connection for reading or for writing."""

    def __init__(self, db: Database) -> None:
        self.library = LibraryRows(db)
        self.items = Items(db)
        self.names = Names(db)
        self.dates = Dates(db)
        self.links = Links(db)
        self.relation_types = RelationTypes(db)
        self.tags = Tags(db)
        self.texts = Texts(db)
        self.passages = Passages(db)
        self.citations = Citations(db)
        self.accounts = Accounts(db, self.dates)
        self.aspects = Aspects(db)
        self.cells = Cells(db, self.dates)
        self.disputes = Disputes(db, self.accounts, self.aspects, self.cells)
        self.verdict_bases = VerdictBases(db)
        self.orders = Orders(db)
        self.settled = Settled(db)
        self.saved_searches = SavedSearches(db)
        self.claims = Claims(db)
        self.resting = Resting(db)
        self.essays = Essays(db)
        self.read_spans = ReadSpans(db)
        self.refusals = Refusals(db)
        self.revisions = Revisions(db)
        self.item_history = ItemHistory(db)
        self.belongings = Belongings(db)
        self.works = Works(db)
        self.rows = Rows(db)
