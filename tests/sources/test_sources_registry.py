from __future__ import annotations

import os
import zipfile

import pytest

from etl.errors import InputError
from etl.sources import files_of, recognise, sources
from etl.store import Store


def test_every_source_has_a_sample_of_its_own(fixtures):
    assert sorted(sources()) == sorted(folder.name for folder in fixtures.iterdir())


def test_every_source_says_what_its_licence_permits():
    assert sources()["ucdp_ged"].licence.export
    assert sources()["summaries"].licence.name == "CC BY 4.0"
    assert not sources()["reports"].licence.text, "the words of a publisher are not ours to pass on"


@pytest.mark.parametrize("name", ["acled", "gdelt", "gtd", "ucdp_ged"])
def test_every_dataset_names_the_columns_it_uses_and_ignores_and_what_is_promised(name):
    source = sources()[name]
    assert set(source.used).isdisjoint(source.ignored)
    assert min(len(source.used), len(source.ignored), len(source.promises)) > 0


def test_each_sample_is_recognised_by_its_own_source_alone(fixtures):
    for folder in fixtures.iterdir():
        for path in files_of(folder):
            assert recognise(path).name == folder.name, path


def test_a_source_can_be_named(fixtures):
    path = fixtures / "ucdp_ged" / "slim.json"
    assert recognise(path, "reports").name == "reports"


@pytest.mark.parametrize("name", ["a.csv", "b.bin", "c.jsonl", "d.json", "e.xlsx"])
def test_a_file_that_nothing_reads_is_named_with_a_remedy(tmp_path, name):
    path = tmp_path / name
    path.write_bytes(b"\x00\x01nothing,known\n1,2\n")
    with pytest.raises(InputError, match=rf"{name}.*NAME:{name}"):
        recognise(path)


def test_an_unknown_source_and_a_missing_file_are_said(tmp_path):
    with pytest.raises(InputError, match=r"no source named 'acme'.*reports"):
        recognise(tmp_path, "acme")
    with pytest.raises(InputError, match="no such file"):
        recognise(tmp_path / "none.md")
    with pytest.raises(InputError, match="no such file or folder"):
        files_of(tmp_path / "none")


def test_files_of_a_folder_come_in_one_order_without_gold_readme_and_hidden_files(tmp_path):
    for name in (
        "b.md",
        "a.md",
        "README.md",
        ".hidden.md",
        "en.incidents.jsonl",
        "events.csv.about.txt",
        "sub/c.md",
        ".git/d.md",
        "sub/readme.txt",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    assert [str(p.relative_to(tmp_path)) for p in files_of(tmp_path)] == ["a.md", "b.md", "sub/c.md"]
    assert files_of(tmp_path / "b.md") == [tmp_path / "b.md"]


@pytest.mark.parametrize(("name", "content", "why"), [
    ("a.csv", b"", "is empty"), ("b.jsonl", b"", "is empty"), ("c.csv.gz", b"\x1f\x8b\x08\x00cut", "is damaged"),
    ("d.csv", "id,date\n1,2020-07-04\n".encode("utf-16"), "is UTF-16"),
])  # fmt: skip
def test_a_file_that_cannot_be_opened_is_told_why(tmp_path, name, content, why):
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(InputError, match=rf"{name}: the file {why}"):
        recognise(path)


def test_an_archive_with_a_name_that_leads_out_of_it_is_refused_and_the_name_told(tmp_path):
    with zipfile.ZipFile(tmp_path / "two.zip", "w") as archive:
        archive.writestr("a.csv", "id\n1\n")
        archive.writestr("in/../../b.csv", "id\n1\n")
    assert files_of(tmp_path / "two.zip") == [tmp_path / "two.zip"]
    with pytest.raises(InputError, match=r"lead out of it, such as 'in/\.\./\.\./b\.csv'"):
        recognise(tmp_path / "two.zip")


def test_a_folder_that_may_not_be_opened_is_told_and_links_are_followed_once(tmp_path, monkeypatch):
    (tmp_path / "closed").mkdir()
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "a.md").write_text("A bomb went off.", encoding="utf-8")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "linked").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "in" / "loop").symlink_to(tmp_path / "in")
    (tmp_path / "in" / "gone.md").symlink_to(tmp_path / "nowhere.md")
    (tmp_path / "in" / "shut").mkdir()
    scan = os.scandir

    def scandir(path):
        if str(path).endswith("shut"):
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", scandir)
    found = [path.relative_to(tmp_path / "in").as_posix() for path in files_of(tmp_path / "in")]
    assert sorted(set(found)) == ["gone.md", "linked/a.md", "shut"]
    with pytest.raises(InputError, match="cannot be opened"):
        recognise(tmp_path / "in" / "shut")


def test_a_store_among_the_inputs_is_told_in_one_line(tmp_path):
    Store(tmp_path / "in" / "store").keep("key", {})
    with Store(tmp_path / "in" / "store").writing() as writer:
        writer.finish({})
    (tmp_path / "in" / "a.md").write_text("# A\n")
    assert files_of(tmp_path / "in") == [tmp_path / "in" / "a.md", tmp_path / "in" / "store"]
    assert files_of(tmp_path / "in" / "store") == [tmp_path / "in" / "store"]
    with pytest.raises(InputError, match="is a store of the atlas"):
        recognise(tmp_path / "in" / "store")
