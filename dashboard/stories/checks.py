"""Whether the data of one build bear a story out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from dashboard import queries
from dashboard.i18n import LANGUAGES, translator
from dashboard.stories.checked_values import agrees, gaps, told_by_data
from dashboard.stories.story import Fault, Step, Story, Telling
from etl.store import Version


def check(story: Story, version: Version) -> tuple[Fault, ...]:
    """Everything in a story that the build does not bear out, each with what to do; () where all is well."""
    return tuple(fault for step in story.steps for fault in _of_step(story, step, version))


def belongs(story: Story, version: Version) -> bool:
    """Whether a build holds any of the reports that a story names, or whether it names none."""
    named = [source for step in story.steps for source in step.sources if not is_web(source)]
    return not named or bool(queries.known_reports(version, named))


def is_web(source: str) -> bool:
    """Whether a source is an address of the web; else it is the id of a report."""
    return urlsplit(source).scheme in ("http", "https")


def _of_step(story: Story, step: Step, version: Version) -> Iterator[Fault]:
    head = step.lines.get("view", step.line)
    for one in step.points_at:
        if queries.event_of(version, one) is None:
            yield Fault(story.file, step.lines.get(one, head), f"there is no event {one!r} in this build. Open the "
                        "event in Explore and copy its id again.")  # fmt: skip
    if step.view.page == "explore" and not queries.totals(version, step.view).shown:
        yield Fault(story.file, head, f"the view of the step {step.name!r} shows no event. Open it in Explore, widen "
                    "its filters and copy the address again.")  # fmt: skip
    yield from _of_sources(story, step, version)
    for language, telling in step.tellings.items():
        for message in _of_values(step, telling, language, version):
            yield Fault(story.file, telling.line, message)


def _of_sources(story: Story, step: Step, version: Version) -> Iterator[Fault]:
    if not step.sources:
        yield Fault(story.file, step.line, f"the step {step.name!r} names no source. Add a line such as: "
                    "source: https://example.org/page")  # fmt: skip
    named = [source for source in step.sources if not is_web(source)]
    known = queries.known_reports(version, named)
    for source in named:
        if source not in known:
            yield Fault(story.file, step.lines.get(source, step.line), f"the source {source!r} is neither a web "
                        "address nor the id of a report in this build. Correct it.")  # fmt: skip


def _of_values(step: Step, telling: Telling, language: str, version: Version) -> Iterator[str]:
    """What the data do not bear out of the numbers in one text."""
    t = translator(language if language in LANGUAGES else LANGUAGES[0])
    whole = "\n".join((telling.title, telling.text, telling.question, telling.answer, telling.notes))
    for gap in gaps(whole):
        words = f"{whole[gap.start : gap.end]} in the text in {language!r}"
        try:
            said = told_by_data(gap, step.view, version, t)
        except ValueError as problem:
            yield f"{words}: {problem}"
            continue
        if not agrees(gap, said):
            yield f"{words}: the data now say {said}. Correct the text around it, then the number."


def faults_of(stories: Sequence[tuple[Story | None, tuple[Fault, ...]]], version: Version) -> tuple[Fault, ...]:
    """All faults of stories as they were read: of how they are written, and of what the build does not bear out."""
    found: list[Fault] = []
    for story, faults in stories:
        found += faults
        if story is not None and belongs(story, version):
            found += check(story, version)
    return tuple(found)
