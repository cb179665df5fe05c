"""Where phones find the host."""

from __future__ import annotations

import errno
import socket
import sys
from collections.abc import Iterable

import pytest

from game.classroom import addresses
from game.classroom.addresses import Interface, Machine, PortTakenError


class Networks:
    """A machine with the networks of a test."""

    def __init__(self, *interfaces: tuple[str, str], outward: str | None = None) -> None:
        self._interfaces = interfaces
        self._outward = outward

    def interfaces(self) -> Iterable[Interface]:
        return (Interface(*one) for one in self._interfaces)

    def outward(self) -> str | None:
        return self._outward


LAPTOP = Networks(
    ("lo", "127.0.0.1"),
    ("docker0", "172.17.0.1"),
    ("usb0", "169.254.3.4"),
    ("eth0", "192.168.1.7"),
    ("wlan0", "192.168.4.21"),
    outward="192.168.4.21",
)


def test_the_way_out_stands_first_and_what_no_phone_reaches_last() -> None:
    found = addresses.addresses(LAPTOP, 8410)

    assert [one.url for one in found] == [
        "http://192.168.4.21:8410",
        "http://192.168.1.7:8410",
        "http://169.254.3.4:8410",
        "http://172.17.0.1:8410",
    ]
    assert [one.note for one in found] == [
        "the network this computer uses (wlan0)",
        "also here (eth0)",
        "a network that gave no address (usb0): hardly for phones",
        "inside this computer or a tunnel (docker0): hardly for phones",
    ]


def test_with_a_tunnel_as_the_way_out_the_real_network_stands_first() -> None:
    network = Networks(("tun0", "10.8.0.2"), ("wlan0", "192.168.4.21"), outward="10.8.0.2")

    assert addresses.addresses(network, 80)[0].url == "http://192.168.4.21:80"


def test_an_address_seen_from_the_internet_says_so() -> None:
    found = addresses.addresses(Networks(("eth0", "8.8.4.4"), outward="8.8.4.4"), 8410)

    assert found[0].note == "seen from the internet (eth0): only if you mean it"


def test_a_system_that_names_no_interfaces_still_knows_the_way_out() -> None:
    found = addresses.addresses(Networks(outward="10.1.2.3"), 8410)

    assert [one.note for one in found] == ["the network this computer uses"]


def test_without_a_network_there_is_no_address() -> None:
    assert addresses.addresses(Networks(("lo", "127.0.0.1")), 8410) == ()


def test_a_machine_is_called_by_its_addresses_and_its_own_name_only(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(socket, "gethostname", lambda: "Desk.local")

    assert addresses.names(Networks(("wlan0", "192.168.4.21"), outward="192.168.4.21")) == {
        "localhost",
        "127.0.0.1",
        "desk",
        "desk.local",
        "192.168.4.21",
    }


def test_a_name_that_is_looked_up_elsewhere_is_none_of_ours(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(socket, "gethostname", lambda: "desk.school.example")

    assert addresses.names(Networks()) == {"localhost", "127.0.0.1"}


@pytest.mark.parametrize(
    ("system", "word"), [("win32", "Windows"), ("darwin", "macOS"), ("linux", "8410/tcp")]
)
def test_each_system_has_its_hint_and_all_that_of_networks_that_keep_devices_apart(
    system: str, word: str
) -> None:
    own, elsewhere = addresses.hints(8410, system)

    assert word in own
    assert "hotspot" in elsewhere


def test_this_machine_knows_itself() -> None:
    found = Machine()

    assert "127.0.0.1" in {one.ip for one in found.interfaces()}


def test_a_machine_without_a_network_has_no_way_out(monkeypatch: pytest.MonkeyPatch) -> None:
    class Nowhere(socket.socket):
        def connect(self, address: object) -> None:
            raise OSError(errno.ENETUNREACH, "Network is unreachable")

    monkeypatch.setattr(socket, "socket", Nowhere)

    assert Machine().outward() is None


def test_a_system_that_does_not_name_its_interfaces_is_asked_for_its_own_name(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    answer = (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("10.1.2.3", 0))
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_: [answer])

    assert [*Machine().interfaces()] == [Interface("", "10.1.2.3")]


def test_a_port_that_is_taken_is_said_with_what_would_do() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]

        with pytest.raises(PortTakenError, match=rf"port {port} is taken .*; try --port 84\d\d"):
            addresses.listening(port, "127.0.0.1")


def test_the_usual_ports_are_tried_in_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as first:
        taken = first.getsockname()[1]
        monkeypatch.setattr(addresses, "PORTS", (taken, 0))
        found = addresses.listening(None, "127.0.0.1")

    assert found.getsockname()[1] not in (0, taken)
    found.close()


@pytest.mark.parametrize(
    ("number", "what"),
    [(errno.EACCES, "belong to the system; try --port 8410"), (errno.EIO, "cannot be listened on")],
)
def test_a_port_that_may_not_be_used_is_told_apart(
    monkeypatch: pytest.MonkeyPatch, number: int, what: str
) -> None:
    def refuse(*_: object) -> socket.socket:
        raise OSError(number, "no")

    monkeypatch.setattr(addresses, "_bound", refuse)

    with pytest.raises(PortTakenError, match=what):
        addresses.listening(80)
