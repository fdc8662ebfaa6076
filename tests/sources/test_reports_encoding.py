"""Texts that are not UTF-8: each of the languages that are read comes out letter for letter."""

import pytest


@pytest.mark.parametrize(
    ("words", "encoding"),
    [
        ("Trois soldats ont été tués et douze blessés lundi soir à Taji. L'armée accuse une milice.", "cp1252"),
        ("Al menos tres soldados murieron el lunes. El ejército acusó a una milicia según una señal.", "latin-1"),
        ("قتل ثلاثة جنود وأصيب اثنا عشر آخرون يوم الاثنين في قصف صاروخي على قاعدة التاجي شمال بغداد.", "cp1256"),
        ("قتل ثلاثة جنود وأصيب اثنا عشر آخرون يوم الاثنين في قصف صاروخي على قاعدة التاجي شمال بغداد.", "iso8859_6"),
    ],
)
def test_a_short_text_in_an_older_encoding_keeps_its_letters(take, tmp_path, words, encoding):
    (tmp_path / "x.txt").write_bytes(words.encode(encoding))
    found = take("reports", tmp_path / "x.txt")
    assert found.reports[0].text == words
    assert "not UTF-8; it was taken for" in found.told()
