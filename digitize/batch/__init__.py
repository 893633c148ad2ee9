"""Many pages on many processes: a page costs itself alone, and a run that died goes on."""
