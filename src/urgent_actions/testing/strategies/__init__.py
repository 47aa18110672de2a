"""Hypothesis strategies for values, rules and nouns; they need the extra `test`."""
