"""Lets the tests' own tools, and nobody else, find what the packages leave out.

Imported by Python itself at its start, through a .pth file in the trimmed tree. NEVA_LEFT_OUT names
the folders that hold what was left out.
"""

import importlib.machinery
import os
import sys
from pathlib import Path

FOLDERS = os.environ.get("NEVA_LEFT_OUT", "").split(":")
SHIPPED = {path.name.split(".")[0] for path in Path(__file__).parent.iterdir()} | {
    "shibokensupport"
}
SHIPPED.discard(__name__)


class LeftOut:
    """Comes last: finds modules that the trimmed tree does not have."""

    @staticmethod
    def find_spec(name, path=None, target=None):
        """The module from the folders of what was left out, unless the reader is asking."""
        if path is not None or _importer() in SHIPPED:
            return None
        return importlib.machinery.PathFinder.find_spec(name, FOLDERS)

    @staticmethod
    def find_distributions(context):
        """What is installed there: pytest looks for its plugins."""
        from importlib.metadata import DistributionFinder, MetadataPathFinder

        within = DistributionFinder.Context(name=context.name, path=FOLDERS)
        return MetadataPathFinder.find_distributions(within)


def _importer():
    """The package whose code asks; of a module of Python's own library, whoever asked for that."""
    frame = sys._getframe(2)
    while frame:
        package = frame.f_globals.get("__name__", "").split(".")[0]
        if package not in sys.stdlib_module_names and package != __name__:
            return package
        frame = frame.f_back
    return ""


sys.meta_path.append(LeftOut)
