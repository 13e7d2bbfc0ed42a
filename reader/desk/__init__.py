"""What the reader adds and leaves behind: settings, last place. Never imports Qt."""
