"""What newspapers print in set forms, found in a string: dates, prices, bylines, jump lines."""
