"""Guidance: what one sender can do in one case on one day, and why not the rest (floor 4)."""
