"""A story being written in one language; what it was brought with in others is kept."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field, replace
from itertools import count

from dashboard.filters import View
from dashboard.stories.story import Step, Story, Telling

_KEYS = count(1)
_LONGEST_NAME = 60


@dataclass(slots=True)
class DraftStep:
    """One step on the desk. sources: one a line. key: stays while the step is moved. brought: as it was in its file."""

    view: View
    points_at: tuple[str, ...] = ()
    sources: str = ""
    title: str = ""
    text: str = ""
    question: str = ""
    answer: str = ""
    notes: str = ""
    brought: Step | None = None
    key: int = field(default_factory=lambda: next(_KEYS))


@dataclass(slots=True)
class Draft:
    """A story on the desk. brought: the story it was begun from."""

    title: str = ""
    summary: str = ""
    steps: list[DraftStep] = field(default_factory=list)
    brought: Story | None = None

    def move(self, at: int, to: int) -> None:
        """Put a step in another place."""
        self.steps.insert(to, self.steps.pop(at))

    def remove(self, at: int) -> None:
        """Take a step out."""
        del self.steps[at]


def story_of(draft: Draft, language: str) -> Story:
    """The story that the desk holds, told in `language` and in whatever else it was brought with."""
    before = draft.brought
    title = draft.title.strip() or "..."
    taken: set[str] = set()
    steps = tuple(_step_of(step, number, language, taken) for number, step in enumerate(draft.steps, start=1))
    said = {language: draft.summary.strip()} if draft.summary.strip() else {}
    return Story(
        name=before.name if before else named(title),
        titles={**(before.titles if before else {}), language: title},
        summaries={**(before.summaries if before else {}), **said},
        content_notes=before.content_notes if before else {},
        licence=before.licence if before else "",
        steps=steps,
    )


def _step_of(step: DraftStep, number: int, language: str, taken: set[str]) -> Step:
    before = step.brought
    name = before.name if before else named(step.title) or f"step-{number}"
    name = name if name not in taken else f"{name}-{number}"
    taken.add(name)
    told = Telling(title=" ".join(step.title.split()) or "...", text=step.text.strip(), question=step.question.strip(),
                   answer=step.answer.strip(), notes=step.notes.strip())  # fmt: skip
    return Step(
        name=name,
        view=step.view,
        points_at=step.points_at,
        sources=tuple(line.strip() for line in step.sources.splitlines() if line.strip()),
        tellings={**(before.tellings if before else {}), language: told},
    )


def drafted(story: Story, language: str) -> Draft:
    """A story that was brought, on the desk; the texts shown are those in `language`, else in its first."""
    tongue = story.spoken(language)
    steps = [_drafted(step, tongue) for step in story.steps]
    return Draft(story.titles[tongue], story.summaries.get(tongue, ""), steps, story)


def _drafted(step: Step, tongue: str) -> DraftStep:
    told = step.tellings.get(tongue, Telling(""))
    return DraftStep(view=replace(step.view), points_at=step.points_at, sources="\n".join(step.sources),
                     title=told.title, text=told.text, question=told.question, answer=told.answer, notes=told.notes,
                     brought=step)  # fmt: skip


def named(title: str) -> str:
    """A name for a folder or step made of a title: small letters, digits and hyphens; "" where nothing is left."""
    plain = unicodedata.normalize("NFKD", title.removesuffix(".md")).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain)[:_LONGEST_NAME].strip("-")
