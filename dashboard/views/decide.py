"""Same event or not: an editor's decision as the line to type, and as a file that the atlas takes."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import NamedTuple

import streamlit as st

from dashboard import wording
from dashboard.i18n import Translator
from dashboard.queries import EventFile, NearMiss
from dashboard.views.markup import tag, text, unmarked
from dashboard.views.near_misses import told_by
from etl.errors import InputError


class Choice(NamedTuple):
    """A decision that can be taken: what it does, the incident it is on, the others, and what it is called."""

    action: str
    target: str
    others: tuple[str, ...]
    label: str


def draw(found: EventFile, near: Sequence[NearMiss], t: Translator) -> None:
    """What to join or part, why, who; then the line and the file. Nothing is changed from here."""
    offered = choices(found, near, t)
    if not offered:
        return
    with st.expander(t("decide.heading"), icon=":material/call_split:"):
        st.html(tag("p", text(t("decide.promise")), class_="atlas atlas-note"))
        labels = [unmarked(choice.label) for choice in offered]
        at = st.selectbox(t("decide.which"), range(len(offered)), format_func=labels.__getitem__, key="decide:which")
        why = st.text_input(t("decide.why"), key="decide:why").strip()
        who = st.text_input(t("decide.who"), key="decide:who").strip()
        chosen = offered[at or 0]
        st.html(tag("p", text(t("decide.line")), class_="atlas atlas-note"))
        st.code(command(chosen, why or t("decide.why_gap")), language=None, wrap_lines=True)
        if why and who:
            _file(found, chosen, who, why, t)
        else:
            st.html(tag("p", text(t("decide.unfinished")), class_="atlas atlas-note"))


def choices(found: EventFile, near: Sequence[NearMiss], t: Translator) -> list[Choice]:
    """What an editor can decide of an event: each near miss is the same or another one, each report may be parted."""
    offered: list[Choice] = []
    for one in near:
        pair, named = one.pairs[0], wording.headline(one.values, t)
        offered.append(Choice("merge", pair.left_id, (pair.right_id,), t("decide.merge", headline=named)))
        others = tuple(dict.fromkeys(other.right_id for other in one.pairs if other.left_id == pair.left_id))
        offered.append(Choice("split", pair.left_id, others, t("decide.apart", headline=named)))
    held = [incident.incident_id for incident in found.incidents]
    for incident in held if len(held) > 1 else ():
        others = tuple(other for other in held if other != incident)
        told = t("decide.split", publisher=told_by(incident, found, t), id=incident)
        offered.append(Choice("split", incident, others, told))
    return offered


def command(choice: Choice, why: str) -> str:
    """The line that writes the decision into the store's log."""
    words = ["python", "-m", "etl", "correct", choice.target, choice.action, "--value", "|".join(choice.others),
             "--why", why]  # fmt: skip
    return shlex.join(words)


def _file(found: EventFile, choice: Choice, who: str, why: str, t: Translator) -> None:
    from etl.pipeline import Said, proposal  # noqa: PLC0415

    try:
        said = Said(who, why, datetime.now(UTC).date())
        content = proposal({choice.target: {choice.action: "|".join(choice.others)}}, said)
    except InputError:
        st.warning(t("decide.senseless"), icon=":material/error:")
        return
    st.download_button(t("decide.download"), content, f"decision-{found.event_id}.csv", "text/csv", type="primary",
                       key="decide:download", icon=":material/download:", on_click="ignore")  # fmt: skip
