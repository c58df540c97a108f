"""Picture files reduced to the picture: only the parts that are needed to draw it stay. Pure.

What is kept is listed, not what goes: cameras and programs always have another place for a note, a thumbnail of what
was cut away, or a second picture with its own position behind the end of the first.
"""

from collections.abc import Iterator

import re
import struct


# JPEG: the segments of the picture (0xC0 to 0xDF without comments), JFIF and Adobe's note on colours, colour profiles.
JPEG_KEPT_APPS = {0xE0: (b"JFIF\0",), 0xE2: (b"ICC_PROFILE\0",), 0xEE: (b"Adobe",)}
JPEG_SEGMENTS = frozenset((*range(0xC0, 0xD0), 0xDA, 0xDB, 0xDC, 0xDD, 0xDE, 0xDF))
JPEG_MARKER = re.compile(rb"\xff+([^\x00\xff\xd0-\xd7])", re.DOTALL)
JPEG_END = b"\xff\xd9"
PNG_KEPT = frozenset(
    (b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT", b"bKGD", b"pHYs",
     b"acTL", b"fcTL", b"fdAT")
)  # fmt: skip
WEBP_KEPT = frozenset((b"VP8X", b"VP8 ", b"VP8L", b"ALPH", b"ANIM", b"ANMF", b"ICCP"))
WEBP_NOTE_FLAGS = 0x08 | 0x04
GIF_KEPT_PROGRAMS = (b"NETSCAPE2.0", b"ANIMEXTS1.0")


def bare_jpeg(data: bytes) -> bytes:
    """The first picture of the file; what follows its end goes."""
    return data[:2] + b"".join(_jpeg_parts(data)) + JPEG_END


def _jpeg_parts(data: bytes) -> Iterator[bytes]:
    at = 2
    while found := JPEG_MARKER.search(data, at):
        marker, at = found[1][0], found.end() - 2
        if marker == 0xD9 or at + 4 > len(data):
            return
        end = at + 2 + struct.unpack(">H", data[at + 2 : at + 4])[0]
        if marker == 0xDA:
            # The drawing itself: up to the next marker that is no part of it.
            following = JPEG_MARKER.search(data, end)
            end = following.start() if following else len(data)
        if marker in JPEG_SEGMENTS or data[at + 4 : end].startswith(JPEG_KEPT_APPS.get(marker, ())):
            yield data[at:end]
        at = end


def bare_png(data: bytes) -> bytes:
    """The chunks that draw, up to IEND."""
    kept, at = [data[:8]], 8
    while at + 12 <= len(data):
        length, kind = 12 + struct.unpack(">I", data[at : at + 4])[0], data[at + 4 : at + 8]
        kept += [data[at : at + length]] if kind in PNG_KEPT else []
        at += length
        if kind == b"IEND":
            break
    return b"".join(kept)


def bare_webp(data: bytes) -> bytes:
    """The chunks that draw; the header no longer promises notes."""
    kept, at, end = [], 12, min(len(data), 8 + struct.unpack("<I", data[4:8])[0])
    while at + 8 <= end:
        kind, length = data[at : at + 4], struct.unpack("<I", data[at + 4 : at + 8])[0]
        chunk = data[at : at + 8 + length + length % 2]
        if kind == b"VP8X":
            chunk = chunk[:8] + bytes([chunk[8] & ~WEBP_NOTE_FLAGS]) + chunk[9:]
        kept += [chunk] if kind in WEBP_KEPT else []
        at += 8 + length + length % 2
    body = b"WEBP" + b"".join(kept)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def bare_gif(data: bytes) -> bytes:
    """Pictures, their timing and how often they repeat; no comments, nothing behind the trailer."""
    at = 13 + _colours(data[10])
    kept = [data[:at]]
    while at < len(data) and data[at] in (0x21, 0x2C):
        start = at
        at += 2 if data[at] == 0x21 else 11 + _colours(data[at + 9])
        first = data[at + 1 : at + 12]
        while at < len(data) and data[at]:
            at += 1 + data[at]
        at += 1
        wanted = data[start] == 0x2C or data[start + 1] == 0xF9
        wanted = wanted or (data[start + 1] == 0xFF and first in GIF_KEPT_PROGRAMS)
        kept += [data[start:at]] if wanted else []
    return b"".join(kept) + b";"


def _colours(flags: int) -> int:
    """Bytes of a colour table, 0 for none."""
    return 3 * 2 ** ((flags & 7) + 1) if flags & 0x80 else 0


BARE = {"JPEG": bare_jpeg, "MPO": bare_jpeg, "PNG": bare_png, "WEBP": bare_webp, "GIF": bare_gif}
