"""What is looked at: plots of totals (floor 6)."""
