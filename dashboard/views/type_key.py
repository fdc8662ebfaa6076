"""The key of types beside the map: what each mark is, how many there are, and a touch filters by it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import streamlit as st

from dashboard.figures import legend
from dashboard.queries import Facets
from dashboard.views import gestures, session
from dashboard.views.session import Reader
from etl.records import EVENT_TYPES

_SCRIPT = """
export default function ({ data, parentElement, setTriggerValue }) {
  const list = parentElement.querySelector("ul") ?? parentElement.appendChild(document.createElement("ul"));
  list.className = "atlas atlas-key";
  list.setAttribute("aria-label", data.label);
  list.replaceChildren(...data.rows.map((row) => {
    const item = document.createElement("li"), button = document.createElement("button");
    const picture = document.createElement("img"), bar = document.createElement("span");
    const name = document.createElement("span"), number = document.createElement("span");
    button.type = "button";
    button.title = data.hint;
    button.setAttribute("aria-pressed", String(row.chosen));
    Object.assign(picture, { src: row.picture, alt: "", width: 16, height: 16 });
    name.textContent = row.name;
    number.textContent = row.number;
    number.className = "atlas-number";
    bar.className = "atlas-bar";
    bar.style.inlineSize = `${row.share}%`;
    bar.style.background = row.colour;
    const track = document.createElement("span");
    track.className = "atlas-track";
    track.append(bar);
    button.append(picture, name, number, track);
    button.addEventListener("click", () => setTriggerValue("touched", row.type));
    item.append(button);
    return item;
  }));
}
"""
_KEY = "type-key"


def draw(reader: Reader, facets: Facets) -> None:
    """A row a type that occurs under the other filters, the chosen ones marked."""
    t, chosen = reader.t, reader.view.event_types
    counted = facets["event_types"]
    most = max(counted.values(), default=0) or 1
    rows = [
        {
            "type": sign["event_type"], "picture": sign["picture"], "colour": sign["colour"], "name": sign["label"],
            "number": t.number(number), "share": round(100 * number / most, 1), "chosen": sign["event_type"] in chosen,
        }
        for sign in legend(t, reader.theme).to_dict("records")
        if (number := counted.get(sign["event_type"], 0))
    ]  # fmt: skip
    if rows:
        told = {"rows": rows, "label": t("key.types"), "hint": t("key.filter")}
        _component()(key=_KEY, data=told, on_touched_change=_touched)


def _touched() -> None:
    """Add the type to those shown, or take it away."""
    touched = st.session_state[_KEY].get("touched")
    view = session.view_now()
    if touched in EVENT_TYPES:
        gestures.refilter(replace(view, event_types=tuple({*view.event_types} ^ {touched})))


@st.cache_resource(show_spinner=False)
def _component() -> Any:
    return st.components.v2.component("incident_atlas_type_key", js=_SCRIPT, isolate_styles=False)
