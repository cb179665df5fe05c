"""The headers that every answer of the host has: nothing from elsewhere, nothing for elsewhere."""

from __future__ import annotations

PRIVATE = {"Cache-Control": "no-store"}
"""For whatever is somebody's own."""
FOR_EVER = {"Cache-Control": "public, max-age=31536000, immutable"}
"""For files whose name changes with their bytes."""
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'{sockets}; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""What a page may load and do: only what comes from this host, and nothing written into it."""


def fixed(host: str = "") -> dict[str, str]:
    """Return the headers of an answer to somebody who reached us under a name that was checked."""
    sockets = f" ws://{host}" if host else ""  # older phones do not count sockets as 'self'
    return {
        "Content-Security-Policy": POLICY.format(sockets=sockets),
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        # with `no-referrer` browsers would hide the origin of forms
        "Referrer-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
        "Server": "six-telegrams",
    }
