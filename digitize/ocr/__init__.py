"""From line crops to words: the engines, and the stage that asks one of them."""
