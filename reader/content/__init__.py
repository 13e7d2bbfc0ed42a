"""What is known about the words: entities, cards, places, dates, notes. Never imports Qt."""
