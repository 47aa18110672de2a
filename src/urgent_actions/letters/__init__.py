"""Letters: a template filled for one target, ready to sign (floor 4)."""
