"""The data every room works on: frozen, plain, standard library only."""
