"""Editorial decisions: written once, never changed, applied in every build.

The way through a build: `load` the files, `apply_to_incidents` before matching, hand `together_and_apart` to matching,
`apply` to its events, `account` for what was changed, and `coarsen` all tables last;
what leaves is `unlinked` besides. `append` writes a new decision to a log.
"""

from etl.corrections.account import Sides, account
from etl.corrections.applying import Applied, AppliedToIncidents, apply, apply_to_incidents
from etl.corrections.changes import Place, PlaceOf
from etl.corrections.decisions import ACTIONS, COLUMNS, Action, Correction, confirmed, together_and_apart
from etl.corrections.files import append, as_file, load
from etl.corrections.links import unlinked
from etl.corrections.sensitivity import coarsen
from etl.corrections.values import FIELDS
from etl.corrections.writing import between_incidents, doubts

__all__ = [
    "ACTIONS",
    "COLUMNS",
    "FIELDS",
    "Action",
    "Applied",
    "AppliedToIncidents",
    "Correction",
    "Place",
    "PlaceOf",
    "Sides",
    "account",
    "append",
    "apply",
    "apply_to_incidents",
    "as_file",
    "between_incidents",
    "coarsen",
    "confirmed",
    "doubts",
    "load",
    "together_and_apart",
    "unlinked",
]
