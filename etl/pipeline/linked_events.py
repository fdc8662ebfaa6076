"""Links between incidents of one report, lifted to the events that these were matched into."""

from __future__ import annotations

import pyarrow as pa
import pyarrow.compute as pc


def lifted(links: pa.Table, events: pa.Table) -> pa.Table:
    """The links (schema "links") whose two incidents stand in two different events, with the ids of these.

    A link to a series whose others no words name (no to_incident_id) stays as long as its incident stands in an event.
    """
    if not links.num_rows:
        return links
    lists = events["incident_ids"].combine_chunks()
    incidents = lists.flatten()
    owners = events["event_id"].combine_chunks().take(pc.list_parent_indices(lists))
    for end in ("from", "to"):
        found = owners.take(pc.index_in(links[f"{end}_incident_id"].combine_chunks(), value_set=incidents))
        links = links.set_column(links.column_names.index(f"{end}_event_id"), f"{end}_event_id", found)
    apart = pc.fill_null(pc.not_equal(links["from_event_id"], links["to_event_id"]), False)
    to_series = pc.and_(pc.is_null(links["to_incident_id"]), pc.is_valid(links["from_event_id"]))
    return links.filter(pc.or_(apart, to_series))
