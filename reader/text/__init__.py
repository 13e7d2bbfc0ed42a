"""What the words say: verbatim text, offsets, terms, mentions, breaks. Never imports Qt."""
