"""Matching: incidents of many reports -> events, reversible, with the reasons of every match.

Incidents are compared only where their stated dates and places could meet (blocking), each comparison weighs in bits
(scoring), groups grow from the surest pair on and every member must fit every other (clusters), and each group becomes
one event whose values name the incident and the rule that gave them (merging).
"""

from etl.matching.asked import Verdict, judge
from etl.matching.events import Matched, match
from etl.matching.memory import Memory

__all__ = ["Matched", "Memory", "Verdict", "judge", "match"]
