"""Bulletins: published text to Case, and Case to text, one file a family (floor 5)."""
