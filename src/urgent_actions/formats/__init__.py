"""Formats: the library's values as JSON, JSON lines and TOML, and back (floor 5)."""
