"""What pixels say: a clean upright page, printed rules, pictures and text lines."""
