"""Whether furniture was known as furniture: kept, labelled, and out of the articles."""

from __future__ import annotations

from digitize.score.articles import Ratio
from digitize.score.locate import flat, locate, pieces
from digitize.score.truth import Truth


def furniture(truth: Truth, predicted: Truth) -> Ratio:
    """Count characters of furniture: right and said in the prediction, true in the truth.

    Right is what the prediction labels as furniture and truth does too. What it labels so and
    truth knows not at all (specks read as letters) is neither right nor wrong.
    """
    said = "\n".join(flat(item.text) for item in predicted.furniture)
    true = [piece for item in truth.furniture for piece in pieces(item.text)]
    kept = sum(len(piece) for piece in true if locate(piece, said))
    read = [p for story in truth.articles for text in story.pieces for p in pieces(text)]
    both = set(true)
    wronged = sum(len(piece) for piece in read if piece not in both and locate(piece, said))
    return Ratio(kept, kept + wronged, sum(map(len, true)))
