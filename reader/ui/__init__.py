"""The window. The only part of the program that imports Qt; one widget a file."""
