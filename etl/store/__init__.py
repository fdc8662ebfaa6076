"""The store: a local folder of immutable versions, of which one is current.

store/
  current.json                 names the current version; swapped in one step
  versions/<build>/            events.parquet and its siblings, search.sqlite, manifest.json
  cache/<key>/                 the tables of one unchanged input
  versions/<build>/public/     an edition: the same files, of what may leave; others for share-alike licences
  corrections.csv              the append-only log of editorial decisions
"""

from etl.store.cache import Entry
from etl.store.export import Exported, export, zipped
from etl.store.folder import Store, default_store
from etl.store.remote import is_address, open_store, publish
from etl.store.version import PUBLIC, Version
from etl.store.writer import Writer

__all__ = [
    "PUBLIC",
    "Entry",
    "Exported",
    "Store",
    "Version",
    "Writer",
    "default_store",
    "export",
    "is_address",
    "open_store",
    "publish",
    "zipped",
]
