"""How much a search forgives: see :mod:`reader.text.search_folding`."""

EXACT, FORGIVING, LOOSE = "exact", "forgiving", "loose"
LEVELS = (EXACT, FORGIVING, LOOSE)
