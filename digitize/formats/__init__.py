"""Documents written as files, and read back."""
