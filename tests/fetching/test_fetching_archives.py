"""Archives that would do harm are not kept; the list of datasets is checked; the command says what it did."""

from __future__ import annotations

import gzip
import hashlib
import io
import stat
import zipfile
from pathlib import Path

import pytest
from dataset_server import Served, serving

from etl.__main__ import main
from etl.errors import FetchError, InputError
from etl.fetching import archives, datasets

ENTRY = """[ged]
url = "{url}"
file = "{file}"
bytes = {size}
sha256 = "{sha}"
title = "GED"
licence = "CC BY 4.0"
"""


def _zip(path: Path, *entries: tuple[str | zipfile.ZipInfo, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in entries:
            made.writestr(name, content)
    return path


@pytest.mark.parametrize("name", ["../out.csv", "a/../../out.csv", "/etc/passwd", "..\\out.csv", "C:\\out.csv", "\\x"])
def test_an_archive_that_names_files_outside_itself_is_refused(tmp_path, name):
    with pytest.raises(FetchError, match="lies outside it"):
        archives.check(_zip(tmp_path / "a.zip", (zipfile.ZipInfo(name), b"x")))


def test_a_link_in_an_archive_is_refused(tmp_path):
    link = zipfile.ZipInfo("a.csv")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with pytest.raises(FetchError, match="lies outside it"):
        archives.check(_zip(tmp_path / "a.zip", (link, b"/etc/passwd")))


def test_bombs_are_refused(tmp_path):
    bomb = _zip(tmp_path / "a.zip", ("zeros.csv", bytes(20_000_000)))
    with pytest.raises(FetchError, match="more than is sane"):
        archives.check(bomb)
    (tmp_path / "b.gz").write_bytes(gzip.compress(bytes(20_000_000)))
    with pytest.raises(FetchError, match="unpacks to more"):
        archives.check(tmp_path / "b.gz")
    many = _zip(tmp_path / "c.zip", *((f"{n}.csv", b"") for n in range(archives.MOST_FILES + 1)))
    with pytest.raises(FetchError, match="more than 1000"):
        archives.check(many)
    with pytest.raises(FetchError, match="more than is sane"):
        archives.check(_zip(tmp_path / "d.zip", ("a.csv", b"0123456789" * 100)), largest=100)


def test_a_bomb_that_lies_about_its_size_is_refused(tmp_path):
    path = _zip(tmp_path / "a.zip", ("zeros.csv", bytes(3_000_000)))
    content = bytearray(path.read_bytes())
    at = content.rindex(b"PK\x01\x02")
    content[at + 24 : at + 28] = (1000).to_bytes(4, "little")
    path.write_bytes(content)
    with pytest.raises(FetchError):
        archives.check(path)


@pytest.mark.parametrize("name", ["a.zip", "a.xlsx", "a.csv.gz"])
def test_what_is_no_archive_is_refused(tmp_path, name):
    (tmp_path / name).write_bytes(b"<html>Sign in first</html>")
    with pytest.raises(FetchError, match="no whole archive"):
        archives.check(tmp_path / name)


def test_a_torn_archive_is_refused_and_a_whole_one_is_not(tmp_path):
    path = _zip(tmp_path / "a.zip", ("a.csv", b"id,best\n" * 1000))
    archives.check(path)
    path.write_bytes(path.read_bytes()[:-30])
    with pytest.raises(FetchError, match="no whole archive"):
        archives.check(path)
    (tmp_path / "plain.csv").write_bytes(b"id,best\n")
    archives.check(tmp_path / "plain.csv")


@pytest.mark.parametrize(
    "entry",
    [
        {"url": "file:///etc/passwd"}, {"url": "ftp://example.org/x"}, {"file": "../x.zip"}, {"file": "a/b.zip"},
        {"file": ".hidden"}, {"file": ""}, {"sha": "abc"}, {"size": -1},
    ],
)  # fmt: skip
def test_an_entry_that_leads_elsewhere_is_refused(tmp_path, entry):
    right = {"url": "https://example.org/x.zip", "file": "x.zip", "size": 1, "sha": "0" * 64}
    path = tmp_path / "own.toml"
    path.write_text(ENTRY.format(**right | entry), encoding="utf-8")
    with pytest.raises(InputError, match="cannot be used"):
        datasets(path)
    path.write_text(ENTRY.format(**right), encoding="utf-8")
    assert datasets(path)["ged"].file == "x.zip"


def test_what_is_bundled_can_be_fetched_by_its_name():
    assert datasets()["ucdp-ged"].size == 29_307_888


def test_the_command_puts_the_file_into_the_stores_folder_and_says_what_to_do(tmp_path, capsys):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as made:
        made.writestr("ged.csv", "id,best\n")
    content = target.getvalue()
    own = tmp_path / "own.toml"
    arguments = ["fetch", "ged", "--datasets", str(own), "--store", str(tmp_path / "store")]
    with serving(Served(content)) as url:
        sha = hashlib.sha256(content).hexdigest()
        own.write_text(ENTRY.format(url=url, file="ged.zip", size=len(content), sha=sha), encoding="utf-8")
        assert main(arguments) == 1
        assert "--allow-private" in capsys.readouterr().err
        assert main([*arguments, "--allow-private"]) == 0
    file = tmp_path / "store" / "downloads" / "ged.zip"
    assert f"python -m etl build {file}" in capsys.readouterr().out
    assert file.read_bytes() == content
    assert main(["fetch", "nothing", "--datasets", str(own)]) == 2
    assert main(["fetch"]) == 0
    assert "ucdp-ged: UCDP Georeferenced Event Dataset" in capsys.readouterr().out
