"""Documents in, points out, in the format of the command line."""

from __future__ import annotations

import pytest

from etl.__main__ import main
from etl.errors import InputError
from etl.places.batch import answer_batch
from etl.places.search import phrase_placed

TEXT = "A rocket fell on Taji and on Springfield. The Iraqi army spoke."


def test_given_mentions_are_answered_span_by_span(gazetteer):
    mentions = [{"start": 17, "end": 21, "text": "Taji"}, {"start": 29, "end": 40, "text": "Springfield"}]
    rows = list(answer_batch(gazetteer, [{"docid": "d", "text": TEXT, "language": "en", "mentions": mentions}], False))
    assert [(r["docid"], r["start"], r["end"]) for r in rows] == [("d", 17, 21), ("d", 29, 40)]
    assert rows[0]["latitude"] == pytest.approx(33.52, abs=0.1)
    assert rows[1]["latitude"] is not None


def test_at_the_threshold_a_doubtful_place_is_not_answered(gazetteer):
    mentions = [{"start": 29, "end": 40}]
    (row,) = answer_batch(gazetteer, [{"docid": "d", "text": TEXT, "language": "en", "mentions": mentions}], True)
    assert (row["latitude"], row["longitude"]) == (None, None)


def test_without_mentions_names_are_found_first(gazetteer):
    rows = list(answer_batch(gazetteer, [{"docid": 7, "text": TEXT, "language": None}], True))
    assert (17, 21) in {(row["start"], row["end"]) for row in rows}


def test_a_span_outside_the_text_is_an_error_that_names_the_row(gazetteer):
    wrong = [{"docid": "d", "text": "short", "language": "en", "mentions": [{"start": 2, "end": 99}]}]
    with pytest.raises(InputError, match="row 1"):
        list(answer_batch(gazetteer, wrong, False))


@pytest.mark.parametrize("document", [
    {"docid": 1}, [1], {"text": "Taji"}, {"docid": 1, "text": None}, {"docid": 1, "text": "Taji", "mentions": {}},
    {"docid": 1, "text": "Taji", "mentions": [{"start": "a", "end": 4}]}, {"docid": 1, "text": "Taji", "mentions": [3]},
])  # fmt: skip
def test_a_line_that_is_no_document_is_named(gazetteer, document):
    with pytest.raises(InputError, match=r"--batch, row 1: the line is no document\. Write"):
        list(answer_batch(gazetteer, [document], False))


@pytest.mark.parametrize("line", ["[" * 100_000, "not json", "[1, 2]", '{"docid": 2, "text": 3}'])
def test_a_broken_line_is_named_with_its_file_and_its_row_blank_lines_counted(tmp_path, capsys, line):
    file = tmp_path / "documents.jsonl"
    file.write_text('{"docid": 1, "text": "Bombs in Mosul, Iraq.", "language": "en"}\n\n' + line + "\n")
    assert main(["places", "--batch", str(file)]) == 1
    printed = capsys.readouterr()
    assert printed.out.count("36.335") == 1, "what stood before it is answered"
    assert f"{file}, row 3: " in printed.err


def test_a_phrase_alone_is_placed_as_in_a_report_of_its_country(gazetteer):
    north = phrase_placed(gazetteer, "30 km north of Mosul")
    assert north.precision == "district"
    assert 36.5 < north.latitude < 36.7
    between = phrase_placed(gazetteer, "between Gao and Kidal", country="ML")
    assert between.reason == "the middle between two places"
    assert phrase_placed(gazetteer, "Taji").place is None


@pytest.mark.parametrize("phrase", ["Israeli checkpoint", "an Israeli base", "suisse", "camp syrien"])
def test_a_word_for_a_people_in_a_phrase_is_no_place(gazetteer, phrase):
    assert phrase_placed(gazetteer, phrase).place is None
