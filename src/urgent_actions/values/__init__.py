"""Values: the small true things that everything else is made of (floor 1)."""
