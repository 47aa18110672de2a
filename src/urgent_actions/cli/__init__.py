"""The command line: a thin face over the verbs (floor 7)."""
