"""The shipped data and the cache they are expanded into."""

from __future__ import annotations

import csv
import lzma
import os
import shutil
import subprocess
import sys
import time
from collections import Counter

import pytest

from etl.errors import DataError, UsageError
from etl.places.cache import MOST_KEPT, cache_folder, expanded
from etl.places.gazetteer import distance_km, open_gazetteer
from etl.places.names import name_key
from etl.places.shipped import (
    ABBREVIATIONS,
    DEMONYMS,
    EXONYMS,
    FOLDER,
    PACKED,
    SITES,
    VILLAGES,
    packed_places,
    sites,
)


@pytest.fixture(scope="module")
def iraq(tmp_path_factory):
    """A gazetteer folder as shipped, but the packed file holds Iraq alone."""
    folder = tmp_path_factory.mktemp("gazetteer")
    with lzma.open(FOLDER / PACKED, "rt", encoding="utf-8") as lines:
        kept = [line for line in lines if "\tIQ\t" in line]
    with lzma.open(folder / PACKED, "wt", encoding="utf-8") as out:
        out.writelines(kept)
    for name in (SITES, DEMONYMS, ABBREVIATIONS, EXONYMS, VILLAGES):
        shutil.copy(FOLDER / name, folder / name)
    return folder


@pytest.fixture
def small(iraq, tmp_path):
    """A copy of that folder for one test."""
    return shutil.copytree(iraq, tmp_path / "gazetteer")


@pytest.fixture(scope="module")
def places():
    return list(packed_places(FOLDER))


def test_the_packed_file_may_be_committed():
    assert (FOLDER / PACKED).stat().st_size < 15_000_000


def test_every_place_has_a_point_on_earth_and_a_country_of_the_list(places):
    countries = {place.country for place in places if place.kind == "country"}
    assert len(countries) == 250
    for place in places:
        assert -90 <= place.latitude <= 90
        assert -180 <= place.longitude <= 180
        assert place.radius_km > 0
        assert place.country in countries or place.kind == "airport"
    assert max(Counter(place.place_id for place in places).values()) == 1


def test_country_points_are_no_capitals(places):
    capitals = {p.country: p for p in places if p.feature == "PPLC"}
    moved = [
        p for p in places
        if p.kind == "country" and p.radius_km > 250 and p.country in capitals
        and distance_km((p.latitude, p.longitude), (capitals[p.country].latitude, capitals[p.country].longitude)) > 30
    ]  # fmt: skip
    assert len(moved) > 40


def test_every_site_says_where_its_point_comes_from(gazetteer):
    with (FOLDER / SITES).open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert max(Counter(row["id"] for row in rows).values()) == 1
    for row in rows:
        assert row["origin"], row["id"]
        if row["origin"] == "editor's estimate":
            assert float(row["radius_km"]) >= 5, row["id"]
        assert gazetteer.place(f"site:{row['id']}") is not None
        if row["country"]:
            assert gazetteer.area(row["country"]) is not None, row["id"]
        if row["admin1"] and "." in row["admin1"]:
            assert gazetteer.area(row["admin1"]) is not None, row["id"]


def test_sites_lie_where_they_say(gazetteer):
    for site in sites():
        area = gazetteer.area(site.admin1) if site.admin1 else None
        if area is not None and site.precision in {"site", "neighbourhood", "town"}:
            away = distance_km((site.latitude, site.longitude), (area.latitude, area.longitude))
            assert away < 3 * area.radius_km + 60, site.place_id


def test_spellings_meet_in_one_key():
    assert len({name_key(n) for n in ("Aïn al-Assad", "AIN AL ASSAD", "ain al-assad", "Aïn al‑Assad")}) == 1
    assert name_key("الأنبار") == name_key("الانبار")
    assert name_key("Łódź") == "lodz"


def test_names_are_found_in_every_script(gazetteer):
    for name in ("Mosul", "Mossoul", "الموصل", "Мосул", "モースル"):
        assert any(place.place_id == "geonames:99072" for place in gazetteer.named(name)), name


@pytest.mark.usefixtures("gazetteer")
def test_a_warm_look_up_is_quick():
    begin = time.perf_counter()
    opened = open_gazetteer()
    assert opened.named("Taji")
    assert time.perf_counter() - begin < 0.5
    opened.close()


def test_the_cache_folder_can_be_chosen(monkeypatch, tmp_path):
    monkeypatch.setenv("ATLAS_CACHE", str(tmp_path))
    assert cache_folder() == tmp_path
    monkeypatch.delenv("ATLAS_CACHE")
    assert cache_folder().name == "incident-atlas"


def test_a_cache_cut_short_is_made_again(small, tmp_path):
    path = expanded(small, tmp_path / "cache")
    path.write_bytes(path.read_bytes()[:5000])
    assert open_gazetteer(small, tmp_path / "cache").named("Baghdad")


def test_changed_data_get_a_cache_of_their_own(small, tmp_path):
    first = expanded(small, tmp_path / "cache")
    with (small / DEMONYMS).open("a", encoding="utf-8") as out:
        out.write("IQ,,Mesopotamians,,,\n")
    second = expanded(small, tmp_path / "cache")
    assert first != second
    assert open_gazetteer(small, tmp_path / "cache").demonym("mesopotamians") == ("IQ",)


def test_two_processes_may_make_the_cache_at_once(small, tmp_path):
    code = (
        "import sys; from pathlib import Path; from etl.places.gazetteer import open_gazetteer; "
        "print(len(open_gazetteer(Path(sys.argv[1]), Path(sys.argv[2])).named('Baghdad')))"
    )
    started = [
        subprocess.Popen([sys.executable, "-c", code, str(small), str(tmp_path / "cache")], stdout=subprocess.PIPE)
        for _ in range(2)
    ]
    outputs = {process.communicate(timeout=120)[0].strip() for process in started}
    assert len(outputs) == 1
    assert outputs != {b""}
    assert [path.suffix for path in (tmp_path / "cache").iterdir()] == [".sqlite"]


def test_a_damaged_file_is_named_with_its_remedy(small, tmp_path):
    (small / PACKED).write_bytes(b"no xz at all")
    with pytest.raises(DataError, match="restore it"):
        open_gazetteer(small, tmp_path / "cache")
    (small / PACKED).unlink()
    with pytest.raises(DataError, match="missing"):
        open_gazetteer(small, tmp_path / "cache")


def test_a_cache_that_cannot_be_written_says_what_to_set(small, tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(UsageError, match="ATLAS_CACHE"):
        open_gazetteer(small, tmp_path / "file")


def test_the_files_of_earlier_gazetteers_go_once_nothing_has_opened_them_for_a_week(small, tmp_path):
    cache = tmp_path / "cache"
    cache.mkdir()
    long_ago = time.time() - 8 * 86_400
    for name in ("gazetteer-1-old.sqlite", "gazetteer-1-old.sqlitex.part", "gazetteer-1-in-use.sqlite", "other.txt"):
        (cache / name).write_text("", encoding="utf-8")
        if name != "gazetteer-1-in-use.sqlite":
            os.utime(cache / name, (long_ago, long_ago))
    made = expanded(small, cache)
    assert {path.name for path in cache.iterdir()} == {made.name, "gazetteer-1-in-use.sqlite", "other.txt"}
    os.utime(made, (long_ago, long_ago))
    assert expanded(small, cache).stat().st_mtime > long_ago + 86_400, "opening it counts as use"


def test_of_many_gazetteers_made_in_a_week_only_the_last_used_stay(small, tmp_path):
    cache = tmp_path / "cache"
    cache.mkdir()
    for hours in range(2 * MOST_KEPT):
        (cache / f"gazetteer-1-{hours:02}.sqlite").write_text("", encoding="utf-8")
        os.utime(cache / f"gazetteer-1-{hours:02}.sqlite", (time.time() - hours * 3600,) * 2)
    made = expanded(small, cache)
    stay = {f"gazetteer-1-{hours:02}.sqlite" for hours in range(MOST_KEPT)}
    assert {path.name for path in cache.iterdir()} == {made.name, *stay}
