"""For those who build on the library: tables of expected answers, and Hypothesis strategies (floor 6)."""
