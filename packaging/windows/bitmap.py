"""bitmap.py PICTURE.png PICTURE.bmp: an opaque PNG of 8 bits a channel as a Windows bitmap."""

from __future__ import annotations

import struct
import sys
import zlib
from pathlib import Path


def main(source: Path, target: Path) -> None:
    """Convert; as NSIS knows no PNG."""
    data = source.read_bytes()
    width, height, bits, kind = struct.unpack(">IIBB", data[16:26])
    channels = {2: 3, 6: 4}[kind]
    assert bits == 8
    packed, at = b"", 8
    while at < len(data):
        (length,) = struct.unpack(">I", data[at : at + 4])
        if data[at + 4 : at + 8] == b"IDAT":
            packed += data[at + 8 : at + 8 + length]
        at += length + 12
    rows = unfiltered(zlib.decompress(packed), width * channels, height, channels)
    pixels = b""
    for row in reversed(rows):
        line = b"".join(
            row[x + 2 : x + 3] + row[x + 1 : x + 2] + row[x : x + 1]
            for x in range(0, len(row), channels)
        )
        pixels += line + b"\0" * (-len(line) % 4)
    head = struct.pack("<2sIII", b"BM", 54 + len(pixels), 0, 54)
    info = struct.pack("<IiiHHIIiiII", 40, width, height, 1, 24, 0, len(pixels), 2835, 2835, 0, 0)
    target.write_bytes(head + info + pixels)


def unfiltered(data: bytes, stride: int, height: int, step: int) -> list[bytes]:
    """The rows of a PNG, its five filters undone."""
    rows: list[bytes] = []
    above = bytes(stride)
    for number in range(height):
        start = number * (stride + 1)
        how, row = data[start], bytearray(data[start + 1 : start + 1 + stride])
        for x in range(stride):
            left = row[x - step] if x >= step else 0
            corner = above[x - step] if x >= step else 0
            guess = left + above[x] - corner
            nearest = min(
                (abs(guess - left), 0, left),
                (abs(guess - above[x]), 1, above[x]),
                (abs(guess - corner), 2, corner),
            )[2]
            row[x] = (row[x] + (0, left, above[x], (left + above[x]) // 2, nearest)[how]) & 255
        above = bytes(row)
        rows.append(above)
    return rows


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
