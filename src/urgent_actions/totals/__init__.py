"""Totals: what many supporters did, added up (floor 4)."""
