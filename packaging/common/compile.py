"""compile.py FOLDER...: puts each Python file's compiled form in its place.

Run by the very Python that will load them. They are never checked against a source and hold no
path of the machine they were made on, so that the same source gives the same bytes.
"""

import py_compile
import sys
from pathlib import Path

for folder in map(Path, sys.argv[1:]):
    for source in sorted(folder.rglob("*.py")):
        py_compile.compile(
            str(source),
            cfile=str(source.with_suffix(".pyc")),
            dfile=source.relative_to(folder).as_posix(),
            doraise=True,
            invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH,
        )
        source.unlink()
