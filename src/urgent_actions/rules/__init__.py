"""Rules: who may write to whom, how, when, and why not, as an algebra over values (floor 2)."""
