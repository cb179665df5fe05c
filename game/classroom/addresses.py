"""Where phones find the host: every address of this machine, the likely one first; free ports."""

from __future__ import annotations

import errno
import ipaddress
import re
import socket
import struct
import sys
from collections.abc import Iterable
from contextlib import suppress
from typing import Protocol

from game.classroom.hosting import Address
from game.frozen import dataclass

PORTS = (8410, 8000, 8080)
"""Tried in turn when none is named."""
PRIVATE = tuple(
    map(ipaddress.ip_network, ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10"))
)
"""Where the networks of houses and schools are."""
VIRTUAL = re.compile(
    r"(docker|br-|veth|virbr|vboxnet|vmnet|vEthernet|lxc|lxd|cni|podman|bridge\d|utun|tun|tap|wg"
    r"|tailscale|zt|ham|ppp)"
)
"""Names of interfaces behind which no phone is: machines in the machine, tunnels."""
FIREWALLS = {
    "win32": "Windows asks once whether other devices may connect: allow it for private networks. "
    "Asked no more? Windows Security, Firewall, Allow an app, Python; and set this network to "
    "private.",
    "darwin": "macOS asks once whether Python may accept connections: allow it. Asked no more? "
    "System Settings, Network, Firewall, Options.",
    "linux": "If a firewall runs, open the port: sudo ufw allow {port}/tcp, or "
    "sudo firewall-cmd --add-port={port}/tcp",
}
"""What stands in the way on each system, and what would do."""
ISOLATION = (
    "No phone gets through, though the address is right? Many school and guest networks keep "
    "devices apart. Open a hotspot on this computer or on a phone and let all join that; or count "
    "raised hands, which needs no phones."
)
"""What holds on every system."""
SIOCGIFADDR = {"linux": 0x8915, "darwin": 0xC0206921}
"""The question for the address of an interface, as each system numbers it."""


@dataclass(frozen=True, slots=True)
class Interface:
    """A network that this machine is part of."""

    name: str
    """As the system calls it; empty where it does not say."""
    ip: str


class Network(Protocol):
    """What a machine says about its networks."""

    def interfaces(self) -> Iterable[Interface]:
        """Return every interface that has an address of version 4."""

    def outward(self) -> str | None:
        """Return the address from which this machine reaches others; nothing without a network."""


class Machine:
    """This machine."""

    def interfaces(self) -> Iterable[Interface]:
        """Return every interface that has an address of version 4."""
        return tuple(_named()) or tuple(Interface("", ip) for ip in _unnamed())

    def outward(self) -> str | None:
        """Return the address from which this machine reaches others; nothing is sent."""
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe, suppress(OSError):
            probe.connect(("192.0.2.1", 9))  # a documentation address: only the route is looked up
            return str(probe.getsockname()[0])
        return None


def addresses(network: Network, port: int) -> tuple[Address, ...]:
    """Return every way to reach a port of this machine from others, the likely one first."""
    outward = network.outward()
    interfaces = {one.ip: one for one in network.interfaces()}
    if outward is not None:
        interfaces.setdefault(outward, Interface("", outward))
    ranked = sorted(interfaces.values(), key=lambda one: _rank(one, outward))
    return tuple(
        Address(f"http://{one.ip}:{port}", _note(one, outward))
        for one in ranked
        if not ipaddress.ip_address(one.ip).is_loopback
    )


def names(network: Network) -> frozenset[str]:
    """Return what this machine may be called in an address: no name that is looked up elsewhere."""
    own = socket.gethostname().lower().removesuffix(".local")
    numbers = {one.ip for one in network.interfaces()} | {network.outward() or "127.0.0.1"}
    plain = {own, f"{own}.local"} if re.fullmatch(r"[a-z0-9-]{1,63}", own) else set()
    return frozenset({"localhost", "127.0.0.1"} | plain | numbers)


def hints(port: int, system: str = sys.platform) -> tuple[str, str]:
    """Return what may keep phones out, of the system's own and elsewhere, and what would do."""
    return FIREWALLS.get(system, FIREWALLS["linux"]).format(port=port), ISOLATION


class PortTakenError(OSError):
    """No port could be had; the message says what would do."""


def listening(wanted: int | None, bind: str = "0.0.0.0") -> socket.socket:
    """Return a socket that listens on the wanted port, or on the first free one of the usual.

    Raises:
        PortTakenError: when there is none.
    """
    *others, last = PORTS if wanted is None else (wanted,)
    for port in others:
        with suppress(OSError):
            return _bound(port, bind)
    try:
        return _bound(last, bind)
    except OSError as error:
        raise PortTakenError(_no_port((*others, last), error)) from error


def _bound(port: int, bind: str) -> socket.socket:
    found = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        if sys.platform == "win32":  # there, reuse would let two programs have one port
            found.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        found.bind((bind, port))
        found.listen(512)
    except BaseException:
        found.close()
        raise
    found.settimeout(0)
    return found


def _no_port(tried: tuple[int, ...], error: OSError) -> str:
    said = " and ".join(map(str, tried))
    if error.errno in (errno.EACCES, errno.EPERM):
        return (
            f"port {said} may not be used: ports below 1024 belong to the system; try --port 8410"
        )
    if error.errno == errno.EADDRINUSE:
        free = next(one for one in range(8411, 8500) if one not in tried)
        return f"port {said} is taken by another program, or another room; try --port {free}"
    return f"port {said} cannot be listened on ({error.strerror}); try another with --port"


def _rank(one: Interface, outward: str | None) -> tuple[bool, bool, bool, bool]:
    """Return what sorts first: the way out, real interfaces, private networks."""
    ip = ipaddress.ip_address(one.ip)
    virtual = VIRTUAL.match(one.name) is not None
    return virtual, ip.is_link_local, one.ip != outward, not _is_private(one.ip)


def _note(one: Interface, outward: str | None) -> str:
    name = f" ({one.name})" if one.name else ""
    if VIRTUAL.match(one.name):
        return f"inside this computer or a tunnel{name}: hardly for phones"
    if ipaddress.ip_address(one.ip).is_link_local:
        return f"a network that gave no address{name}: hardly for phones"
    if not _is_private(one.ip):
        return f"seen from the internet{name}: only if you mean it"
    return f"the network this computer uses{name}" if one.ip == outward else f"also here{name}"


def _is_private(ip: str) -> bool:
    return any(ipaddress.ip_address(ip) in one for one in PRIVATE)


def _named() -> Iterable[Interface]:
    """Return the interfaces with their names, on systems that tell."""
    question = SIOCGIFADDR.get(sys.platform)
    if question is None:
        return
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        for _, name in socket.if_nameindex():
            with suppress(OSError):  # one without an address of version 4
                yield Interface(name, _asked(probe, question, name))


def _asked(probe: socket.socket, question: int, name: str) -> str:
    """Return the address of an interface."""
    import fcntl  # noqa: PLC0415 - not on every system

    answer = fcntl.ioctl(probe.fileno(), question, struct.pack("256s", name.encode()[:15]))
    return socket.inet_ntoa(answer[20:24])


def _unnamed() -> Iterable[str]:
    """Return the addresses under which this machine knows itself."""
    with suppress(OSError):
        for *_, address in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET):
            yield str(address[0])
