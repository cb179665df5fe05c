"""Two hash functions, without the rest of what `hashlib` loads.

That brings OpenSSL along for other functions: three milliseconds before the title can be used, and
four megabytes while the game lies open.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hashlib import blake2b as blake2b  # noqa: PLC0414 - it is to be found here
    from hashlib import shake_128 as shake_128  # noqa: PLC0414 - and this
else:
    try:
        from _blake2 import blake2b
        from _sha3 import shake_128
    except ImportError:  # a Python that was built without its own
        from hashlib import blake2b, shake_128

__all__ = ["blake2b", "shake_128"]
