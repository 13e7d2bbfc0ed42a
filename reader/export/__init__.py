"""What can be taken out of the reader: JSON, GeoJSON."""
