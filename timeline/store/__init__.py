"""Bulk runs and the folders of Parquet files that they leave, with queries over them."""

from timeline.store.bulk import Progress, run
from timeline.store.errors import StoreError
from timeline.store.manifest import Manifest
from timeline.store.query import Store, Where
from timeline.store.query import open_store as open

__all__ = ["Manifest", "Progress", "Store", "StoreError", "Where", "open", "run"]
