"""No expression of time is lost by trying only the forms whose words a sentence holds."""

import pytest

from etl.reading.words.language import language, languages
from etl.reading.words.text import text_of
from tests.benchmarks.sets import bundled


@pytest.mark.parametrize("code", languages())
def test_forms_left_out_match_nothing(code: str) -> None:
    spoken = language(code)
    grammar = spoken.temporal
    texts = [report.text for report in bundled() if report.language == code][:2]
    for line in (line for text in texts for line in text_of(text).folded.splitlines()):
        words = spoken.tokens_of(line).words
        tried = {(one.start, one.end, one.means) for one in grammar.find(text_of(line), 0, len(line), words)}
        spans = [(start, end) for start, end, _ in tried]
        for form in grammar.forms:
            for match in form.pattern.finditer(line):
                assert any(start < match.end() and match.start() < end for start, end in spans), (form.means, match)
