"""Online geocoders are opt-in, asked once, and never in the way: against a server on this machine."""

from __future__ import annotations

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from etl.errors import InputError
from etl.places.online import OnlineGeocoders
from etl.places.services import read_settings

AGENT = "atlas-test (desk@example.org)"
_ANSWERS = {
    "/search": [{"lat": "33.52", "lon": "44.25", "display_name": "Taji, Iraq"}],
    "/api": {"features": [{"geometry": {"coordinates": [44.25, 33.52]}, "properties": {"name": "Taji"}}]},
    "/v1/search": {"features": [{"geometry": {"coordinates": [44.25, 33.52]}, "properties": {"name": "Taji"}}]},
    "/searchJSON": {"geonames": [{"lat": "33.52", "lng": "44.25", "name": "Taji", "countryName": "Iraq"}]},
}


class Server(ThreadingHTTPServer):
    """Answers as the four services do; fails for the domains' paths in `broken`."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.agents: list[str] = []
        self.paths: list[str] = []
        self.broken: set[str] = set()
        self.answers = dict(_ANSWERS)


class _Handler(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        self.server.agents.append(self.headers.get("User-Agent", ""))
        self.server.paths.append(self.path)
        body = json.dumps(self.server.answers[path]).encode()
        self.send_response(503 if path in self.server.broken else 200)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_told: object) -> None:
        """Nothing is printed."""


@pytest.fixture
def server():
    running = Server()
    thread = threading.Thread(target=running.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield running
    running.shutdown()
    running.server_close()
    thread.join()


@pytest.fixture
def asked(server, gazetteer, tmp_path):
    """A chain of the named services, all on the test's server."""

    def made(*kinds: str) -> OnlineGeocoders:
        more = {"geonames": 'username = "desk"', "pelias": 'api_key = "k"'}
        domain = f"127.0.0.1:{server.server_port}"
        told = [f'user_agent = "{AGENT}"']
        for kind in kinds:
            told += ["[[service]]", f'kind = "{kind}"', f'domain = "{domain}"', 'scheme = "http"']
            told += ["min_delay_seconds = 0", more.get(kind, "")]
        file = tmp_path / "services.toml"
        file.write_text("\n".join(told), encoding="utf-8")
        return OnlineGeocoders(read_settings(file), gazetteer, tmp_path / "cache", error_wait_seconds=0)

    return made


@pytest.mark.parametrize("kind", ["nominatim", "photon", "pelias", "geonames"])
def test_each_service_answers_and_is_told_who_asks(server, asked, kind):
    answer = asked(kind).ask("Taji", "IQ", "en")
    assert (answer.latitude, answer.longitude) == (33.52, 44.25)
    assert set(server.agents) == {AGENT}


def test_a_question_is_asked_once_even_by_a_later_process(server, asked):
    assert asked("nominatim").ask("Taji") == asked("nominatim").ask("Taji")
    assert len(server.paths) == 1


def test_a_service_that_fails_gives_way_to_the_next_and_is_named(server, asked):
    server.broken.add("/search")
    chain = asked("nominatim", "photon")
    assert chain.ask("Taji").latitude == 33.52
    assert len(chain.problems) == 1


def test_a_failure_is_told_in_one_line_and_not_as_a_trace(server, asked, capfd):
    server.broken.add("/search")
    chain = asked("nominatim")
    assert chain.ask("Taji") is None
    assert len(chain.problems) == 1
    assert "Traceback" not in capfd.readouterr().err


def test_where_all_fail_there_is_no_answer_and_no_error_and_the_next_time_asks_again(server, asked):
    server.broken.update({"/search", "/api"})
    assert asked("nominatim", "photon").ask("Taji") is None
    server.broken.clear()
    assert asked("nominatim", "photon").ask("Taji") is not None


def test_an_answer_in_another_country_than_the_reports_is_left_out(server, asked):
    server.answers["/search"] = [{"lat": "35.25", "lon": "139.3", "display_name": "Taiji, Japan"}]
    assert asked("nominatim").ask("Taji", "IQ") is None


def test_an_answer_without_sense_counts_as_a_failure(server, asked):
    server.answers["/search"] = [{"lat": None}]
    chain = asked("nominatim", "photon")
    assert chain.ask("Taji").service
    assert chain.problems


@pytest.mark.parametrize(
    "told",
    ["", 'user_agent = "x"', '[[service]]\nkind = "nominatim"', 'user_agent = "x"\n[[service]]\nkind = "other"', "a ="],
)
def test_settings_that_cannot_be_used_name_the_remedy(tmp_path, told):
    file = tmp_path / "services.toml"
    file.write_text(told, encoding="utf-8")
    with pytest.raises(InputError, match="user_agent"):
        read_settings(file)
