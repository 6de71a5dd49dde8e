"""A page as it is kept: its headers, its bytes in each encoding, and what it was made of."""

import gzip
import json
import zlib
from dataclasses import asdict, dataclass, field
from functools import cached_property, lru_cache
from hashlib import blake2b

import brotli

GZIP, BROTLI, IDENTITY = "gzip", "br", "identity"
GZIP_LEVEL = 5  # made while the first reader waits
BROTLI_QUALITY = 9  # made once, for a page that is asked for again
# What says in an ETag how the bytes are encoded.
SUFFIXES = {GZIP: "-gz", BROTLI: "-br", IDENTITY: ""}


@dataclass
class Page:
    """`mark` and `slots` say what it is true under (see `board`), `until` up to which second of the
    epoch it is true by the clock; `parameters` are what its view reads of the question.
    """

    key: str
    status: str
    headers: list[tuple[str, str]]
    parameters: tuple[str, ...]
    mark: int
    slots: list[int]
    until: float
    length: int
    bodies: dict[str, bytes] = field(repr=False, default_factory=dict)
    # When it was last known to be true, in seconds of the epoch.
    seen_true_at: float = 0

    @classmethod
    def of(cls, body: bytes, **values) -> "Page":
        packed = gzip.compress(body, GZIP_LEVEL, mtime=0)
        return cls(length=len(body), bodies={IDENTITY: body, GZIP: packed}, **values)

    @cached_property
    def tag(self) -> str:
        """Of the bytes, however they are encoded."""
        return blake2b(self.body(IDENTITY), digest_size=16).hexdigest()

    def body(self, encoding: str) -> bytes:
        """The bytes in an encoding; made when first asked for, but for gzip."""
        if encoding not in self.bodies:
            self.bodies[encoding] = self._encoded(encoding)
        return self.bodies[encoding]

    def _encoded(self, encoding: str) -> bytes:
        plain = self.bodies.get(IDENTITY) or gzip.decompress(self.bodies[GZIP])
        return brotli.compress(plain, quality=BROTLI_QUALITY) if encoding == BROTLI else plain

    @property
    def weight(self) -> int:
        """Bytes of memory at most, whatever encodings are asked for."""
        return self.length + 2 * len(self.bodies[GZIP]) + 16 * len(self.slots) + 4_000

    # --- Written and read -------------------------------------------------------------------------

    def pack(self) -> bytes:
        """One line of JSON, and the bytes in gzip."""
        said = {name: value for name, value in asdict(self).items() if name != "bodies"}
        return json.dumps(said).encode() + b"\n" + self.bodies[GZIP]

    @classmethod
    def unpack(cls, packed: bytes) -> "Page":
        """Raises ValueError for what was cut off or is no page."""
        said, _newline, body = packed.partition(b"\n")
        try:
            values = json.loads(said)
            values["headers"] = [tuple(header) for header in values["headers"]]
            values["parameters"] = tuple(values["parameters"])
            page = cls(bodies={GZIP: body}, **values)
            if len(page.body(IDENTITY)) != page.length:
                raise ValueError("It was cut off.")
        except (KeyError, TypeError, EOFError, OSError, zlib.error) as error:
            raise ValueError(str(error)) from error
        return page


@lru_cache(1_000)
def best_encoding(accepted: str) -> str:
    """Of an Accept-Encoding header. Brotli is the smaller one."""
    wishes = {}
    for wish in accepted.lower().split(","):
        name, _semicolon, quality = wish.partition(";")
        wishes[name.strip()] = quality.replace(" ", "") not in ("q=0", "q=0.0", "q=0.00", "q=0.000")
    for encoding in (BROTLI, GZIP):
        if wishes.get(encoding, wishes.get("*", False)):
            return encoding
    return IDENTITY


def matches(page: Page, condition: str) -> bool:
    """Whether If-None-Match names these bytes, in any encoding, weakly or not."""
    if condition.strip() == "*":
        return True
    named = (each.strip().removeprefix("W/").strip('"') for each in condition.split(","))
    return any(each.removesuffix("-gz").removesuffix("-br") == page.tag for each in named)
