"""Whatever lies in the archive comes in here: scans, PDFs and flat text become sheets."""
