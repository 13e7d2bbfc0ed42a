"""``python -m reader``: the same program as ``neva-reader``."""

import sys

from reader.cli import main

sys.exit(main())
