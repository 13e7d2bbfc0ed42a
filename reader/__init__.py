"""Neva Reader (เนวา): an offline reader for Thai encyclopedic texts."""

__version__ = "0.1.0"
