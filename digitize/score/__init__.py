"""How good a reading is, measured against what is known to be true."""
