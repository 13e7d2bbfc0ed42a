"""How much of a file is taken in: the one place of these numbers.

They lie far above what a book needs and far below what stops a machine; docs/package-format.md
tells them to those who make files.
"""

from __future__ import annotations

MIB = 1 << 20

FILE_BYTES = 256 * MIB
"""A text, a book or a package on the disk."""
ENTRIES = 10_000
"""Files inside a zip archive."""
DIRECTORY_BYTES = 4 * MIB
"""The table of contents of a zip archive."""
MEMBER_BYTES = 32 * MIB
"""One file of an archive, unpacked."""
UNPACKED_BYTES = 128 * MIB
"""All that is read of one archive, unpacked."""
RATIO = 200
"""How many times larger than packed a file may be ..."""
RATIO_FROM_BYTES = MIB
"""... if it is larger than this."""
NAME_LENGTH = 200
"""Code points of a file's name in an archive."""
XML_DEPTH = 256
"""Elements inside one another."""
MARKUP_PARTS = 1_000_000
"""Elements, or tags, of one book or document: they cost more time than its words."""
PASTED_LENGTH = 64 * MIB
"""Code points taken from the clipboard."""
TITLE_LENGTH = 300
"""Code points of a title or a name."""
