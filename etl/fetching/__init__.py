"""Downloads of public datasets: the only part of etl that asks a server, and only when `fetch` is called."""

from etl.fetching.catalogue import Dataset, datasets
from etl.fetching.fetch import Fetched, fetch
from etl.fetching.transfer import Manners

__all__ = ["Dataset", "Fetched", "Manners", "datasets", "fetch"]
