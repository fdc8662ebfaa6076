"""Groups of incidents that are one event: the surest pairs first, and every member must fit every other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

Pair = tuple[int, int]


DIFFERING = 1 / 2
"""The share of pairs between two groups that may differ in tolls, actors, type or by a day, where else they meet."""


class Clusters:
    """Incidents 0..n-1, each in a group of its own until joined. Far things never chain: the worst pair decides."""

    def __init__(self, rivals: Sequence[int], fitting: Callable[[Pair], bool | None], apart: Iterable[Pair]) -> None:
        """rivals: what an event can hold once (a dataset, a report); fitting: of a pair (l < r) whether the two may
        share an event; None where they meet in day and place but differ otherwise."""
        self._rivals = rivals
        self._fitting = fitting
        self._apart = {(min(pair), max(pair)) for pair in apart}
        self._group: dict[int, int] = {}
        self._members: dict[int, tuple[int, ...]] = {}

    def together(self, left: int, right: int) -> bool:
        """Join two groups by decision, whatever speaks against but a decision to keep them apart."""
        return self._join(left, right, by_decision=True)

    def join(self, left: int, right: int) -> bool:
        """Join the groups of two incidents if all their members fit; True if they are together afterwards."""
        return self._join(left, right, by_decision=False)

    def members(self, one: int) -> tuple[int, ...]:
        """The group of an incident, in order."""
        return self._members.get(self._group.get(one, one), (one,))

    def groups(self) -> Iterator[tuple[int, ...]]:
        """The groups of more than one."""
        return (members for members in self._members.values() if len(members) > 1)

    def _join(self, left: int, right: int, *, by_decision: bool) -> bool:
        ours, theirs = self.members(left), self.members(right)
        if ours == theirs:
            return True
        pairs = [(min(a, b), max(a, b)) for a in ours for b in theirs]
        if any(pair in self._apart for pair in pairs) or not (by_decision or self._fit(pairs)):
            return False
        name = self._group.get(left, left)
        self._members.pop(self._group.get(right, right), None)
        self._members[name] = tuple(sorted((*ours, *theirs)))
        for member in self._members[name]:
            self._group[member] = name
        return True

    def _fit(self, pairs: Sequence[Pair]) -> bool:
        """Whether no pair speaks against one event, and few enough of them differ."""
        differing = 0
        for pair in pairs:
            fits = self._rivals[pair[0]] != self._rivals[pair[1]] and self._fitting(pair)
            if fits is False:
                return False
            differing += fits is None
        return differing <= DIFFERING * len(pairs)
