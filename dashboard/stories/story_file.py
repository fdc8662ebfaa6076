"""A story's file, read and written: front matter, then steps in Markdown. docs/stories.md describes it for authors.

---
title: {en: ..., fr: ...}
---
# name-of-the-step
view: from=2020-03-01&to=2020-03-31
point at: ev-43e62b53e8a5a9
source: https://example.org/page
## en: Title of the step
Paragraphs.
### Question
### Answer
### Notes
## fr: Titre de l'étape
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import yaml

from dashboard.filters import View, from_query
from dashboard.i18n import translator
from dashboard.stories.front_matter import FrontMatter
from dashboard.stories.story import Fault, Step, Story, Telling

FILE_NAME = "story.md"
HEADS = ("view", "point at", "source")
"""What the head of a step may say."""
PARTS = ("question", "answer", "notes")
"""What may follow the text of a step, each under a heading of its own."""
_STEP = re.compile(r"# +(.*)")
_LANGUAGE = re.compile(r"## +(.*)")
_PART = re.compile(r"### +(.*)")
_HEAD = re.compile(r"([A-Za-z ]+?)\s*:\s*(.*)")
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_TITLE = re.compile(r"([a-z]{2})\s*:\s*(.*)")


def read_story(text: str, name: str, file: str = FILE_NAME) -> tuple[Story | None, tuple[Fault, ...]]:
    """The story of a file's text, and everything wrong with how it is written; None where it has no front matter.

    name: its folder's name. file: what messages call it. What the data must bear out is checked by `check`.
    """
    lines, faults = text.replace("\r\n", "\n").lstrip("\ufeff").split("\n"), list[Fault]()
    front = FrontMatter(file, lines, faults)
    if front.values is None:
        return None, tuple(faults)
    reading = _Steps(file, lines, front.body, faults)
    titles = front.by_language("title")
    if not titles:
        reading.fault(1, "the story has no title. Write title: {en: ...} between the two lines of ---.")
    told = Story(
        name=name,
        titles=titles or {"en": name},
        summaries=front.by_language("summary"),
        content_notes=front.by_language("content note"),
        licence=front.text("licence"),
        steps=tuple(reading.steps()),
        file=file,
    )
    if not told.steps:
        reading.fault(len(lines), "the story has no step. A step begins with a line such as: # first-night")
    reading.same_languages(told)
    return told, tuple(sorted(faults, key=lambda fault: fault.line))


class _Steps:
    """The steps from line `body` on; faults are collected, so that an author sees all of them at once."""

    def __init__(self, file: str, lines: list[str], body: int, faults: list[Fault]) -> None:
        self.file, self.lines, self.body, self.faults = file, lines, body, faults

    def fault(self, line: int, message: str) -> None:
        self.faults.append(Fault(self.file, line, message))

    def steps(self) -> Iterator[Step]:
        starts = [at for at in range(self.body, len(self.lines)) if _STEP.fullmatch(self.lines[at])]
        first = starts[0] if starts else len(self.lines)
        for at in range(self.body, first):
            if self.lines[at].strip():
                self.fault(at + 1, "this stands before the first step. A step begins with a line such as: # first")
                break
        names: set[str] = set()
        for start, end in pairwise([*starts, len(self.lines)]):
            step = self.step(start, end)
            if step.name in names:
                self.fault(start + 1, f"there are two steps named {step.name!r}. Give one of them another name.")
            names.add(step.name)
            yield step

    def step(self, start: int, end: int) -> Step:
        name = self.lines[start][1:].strip()
        if not _NAME.fullmatch(name):
            self.fault(start + 1, f"the step's name {name!r} must be small letters, digits and hyphens: # first-night")
        languages = [at for at in range(start, end) if _LANGUAGE.fullmatch(self.lines[at])]
        if not languages:
            self.fault(start + 1, f"the step {name!r} tells nothing. Add a line such as: ## en: Title of the step")
        heads = self.heads(start + 1, languages[0] if languages else end)
        view, line = View(), start + 1
        for query, line in heads["view"][:1]:
            view, problems = from_query(query.partition("?")[2] or query)
            for problem in problems:
                self.fault(line, f"view: {problem.in_words(translator('en'))} Copy the address of the page again.")
        if not heads["view"]:
            self.fault(start + 1, f"the step {name!r} has no view. Add a line: view: and what the address has behind ?")
        for _, again in heads["view"][1:]:
            self.fault(again, "a step has one view only. Leave this line out.")
        tellings: dict[str, Telling] = {}
        for at, until in pairwise([*languages, end]):
            self.telling(at, until, tellings)
        return Step(
            name=name,
            view=view,
            points_at=tuple(part for value, _ in heads["point at"] for part in value.replace(",", " ").split()),
            sources=tuple(value for value, _ in heads["source"]),
            tellings=tellings,
            line=start + 1,
            lines={"view": line} | {value: number for key in ("point at", "source") for value, number in heads[key]},
        )

    def heads(self, start: int, end: int) -> dict[str, list[tuple[str, int]]]:
        """What the head of a step says: by name, each value with its line."""
        found: dict[str, list[tuple[str, int]]] = {head: [] for head in HEADS}
        for at in range(start, end):
            line = self.lines[at].strip()
            if not line:
                continue
            told = _HEAD.fullmatch(line)
            if told is None or told[1].lower() not in HEADS:
                self.fault(at + 1, f"{line[:60]!r} is not known here. Before the text a step has lines that begin with "
                                   f"{', '.join(f'{head}:' for head in HEADS)}.")  # fmt: skip
            elif told[2]:
                found[told[1].lower()].append((told[2], at + 1))
            else:
                self.fault(at + 1, f"nothing stands behind {told[1]}: . Fill it in or leave the line out.")
        return found

    def telling(self, start: int, end: int, tellings: dict[str, Telling]) -> None:
        titled = _TITLE.fullmatch(self.lines[start][2:].strip())
        if titled is None or not titled[2]:
            self.fault(start + 1, "a text begins with its language and a title, such as: ## en: The first night")
            return
        language, parts, part = titled[1], dict[str, list[str]](), "text"
        if language in tellings:
            self.fault(start + 1, f"the step has two texts in {language!r}. Join them.")
        for at in range(start + 1, end):
            headed = _PART.fullmatch(self.lines[at])
            if headed is None:
                parts.setdefault(part, []).append(self.lines[at])
            elif (named := headed[1].strip().lower()) in PARTS:
                part = named
            else:
                self.fault(at + 1, f"### {headed[1]!r} is not known. Use ### Question, ### Answer or ### Notes.")
        told = {key: "\n".join(lines).strip() for key, lines in parts.items()}
        if not told.get("text"):
            self.fault(start + 1, f"the text in {language!r} is empty. Write at least one paragraph under its title.")
        if told.get("answer") and not told.get("question"):
            self.fault(start + 1, "there is an answer without a question. Add ### Question before ### Answer.")
        tellings[language] = Telling(title=titled[2].strip(), line=start + 1, **{k: v for k, v in told.items() if v})

    def same_languages(self, story: Story) -> None:
        for step in story.steps:
            for language in story.titles:
                if step.tellings and language not in step.tellings:
                    self.fault(step.line, f"the step {step.name!r} has no text in {language!r}, in which the story has "
                                          "a title. Add one, or take the title out.")  # fmt: skip
            for language, telling in step.tellings.items():
                if language not in story.titles:
                    self.fault(telling.line, f"the story has no title in {language!r}. Add it to title: above.")


def write_story(story: Story) -> str:
    """The text of a story's file; `read_story` reads the same story from it."""
    front = {"title": dict(story.titles), "summary": dict(story.summaries), "content note": dict(story.content_notes)}
    named = {key: value for key, value in (*front.items(), ("licence", story.licence)) if value}
    lines = ["---", yaml.safe_dump(named, allow_unicode=True, sort_keys=False, width=120).strip(), "---"]
    for step in story.steps:
        lines += ["", f"# {step.name}", f"view: ?{step.view.to_query()}"]
        lines += [f"point at: {one}" for one in step.points_at]
        lines += [f"source: {one}" for one in step.sources]
        for language, telling in step.tellings.items():
            lines += ["", f"## {language}: {telling.title}", _no_heading(telling.text)]
            parts = ((part, getattr(telling, part)) for part in PARTS)
            lines += [f"### {part.title()}\n{_no_heading(words)}" for part, words in parts if words]
    return "\n".join(lines) + "\n"


def _no_heading(words: str) -> str:
    """A text in which no line is taken for the heading of a step, language or part."""
    return re.sub(r"(?m)^#", r"\\#", words)
