"""Cleanup by rules that propose edits with a reason; the print itself is never touched."""
