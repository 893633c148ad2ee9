"""The recipes that come with digitize, as commented TOML."""
