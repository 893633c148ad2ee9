"""Every figure for one issue: a prediction held against the truth."""

from __future__ import annotations

from dataclasses import dataclass

from digitize.score.articles import Grouping, Ratio, exact, grouping, headlines, pairs
from digitize.score.characters import cer, cer_unspaced, error_rate, wer
from digitize.score.continuation import continuations
from digitize.score.furniture import furniture
from digitize.score.locate import flat, locate, pieces, unique
from digitize.score.masthead import Verdict, masthead
from digitize.score.order import contiguity, successor_accuracy
from digitize.score.orderfree import order_free
from digitize.score.textlines import LineScores, line_scores
from digitize.score.truth import Story, Truth


@dataclass(frozen=True, slots=True, kw_only=True)
class TextScores:
    """What can be said of any program's plain text."""

    accuracy: float  # order-free: share of all characters that were read
    invented: float  # characters that match nothing, as a share of the truth's
    successors: float
    contiguity: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """All of an issue's figures; rates are 0..1."""

    text: TextScores
    cer: float  # story by story, as read; a story not found counts as lost
    cer_unspaced: float
    wer: float
    pairs: Ratio
    exact: Ratio
    headlines: Ratio
    furniture: Ratio
    masthead: dict[str, Verdict]
    continuations: Ratio
    lines: LineScores | None  # None without boxes
    ordered: float  # order-sensitive: share of characters in their place

    @property
    def share(self) -> float:
        """Order-sensitive accuracy as a share of order-free accuracy: what the order costs."""
        return min(1.0, self.ordered / self.text.accuracy) if self.text.accuracy else 0.0


def score_text(truth: Truth, text: str) -> TextScores:
    """Score a plain text, a line or paragraph to a line, against all print of the truth."""
    free = order_free(truth.everything, text)
    stories = unique(
        [p for body in story.paragraphs for p in pieces(body)] for story in truth.articles
    )
    whole = flat(text)
    found = [
        (place.start, piece)
        for story in stories
        for piece in story
        if (place := locate(piece, whole))
    ]
    order = [piece for _, piece in sorted(found)]
    return TextScores(
        accuracy=free.accuracy,
        invented=free.invented / max(1, free.length),
        successors=successor_accuracy(stories, order),
        contiguity=contiguity(stories, order),
    )


def score(truth: Truth, predicted: Truth) -> Scores:
    """Score a prediction against the truth."""
    if truth.flow:
        return _score_flow(truth, predicted)
    found = grouping(truth, predicted)
    told = [_same(truth, predicted, found, index) for index in range(len(truth.articles))]
    return Scores(
        text=score_text(truth, predicted.everything),
        cer=cer(told),
        cer_unspaced=cer_unspaced(told),
        wer=wer(told),
        pairs=pairs(found),
        exact=exact(found),
        headlines=headlines(truth.articles, predicted.articles),
        furniture=furniture(truth, predicted),
        masthead=masthead(truth.issue, predicted.issue),
        continuations=continuations(truth, predicted),
        lines=line_scores(truth, predicted),
        ordered=1 - error_rate((flat(true), flat(said)) for true, said in told),
    )


def _score_flow(truth: Truth, predicted: Truth) -> Scores:
    """Score a truth that knows the order of all print, but no stories: a page of PAGE XML."""
    free = order_free(truth.flow, predicted.flow)
    steps = unique(pieces(line) for line in truth.flow.splitlines())
    whole = flat(predicted.flow)
    items = [piece for line in steps for piece in line]
    places = sorted((place.start, piece) for piece in items if (place := locate(piece, whole)))
    order = [piece for _, piece in places]
    told = [(truth.flow, predicted.flow)]
    return Scores(
        text=TextScores(
            accuracy=free.accuracy,
            invented=free.invented / max(1, free.length),
            successors=successor_accuracy([items], order),
            contiguity=contiguity([items], order),
        ),
        cer=cer(told),
        cer_unspaced=cer_unspaced(told),
        wer=wer(told),
        pairs=Ratio(0, 0, 0),
        exact=Ratio(0, 0, 0),
        headlines=Ratio(0, 0, 0),
        furniture=Ratio(0, 0, 0),
        masthead={},
        continuations=Ratio(0, 0, 0),
        lines=line_scores(truth, predicted),
        ordered=1 - error_rate([(flat(truth.flow), whole)]),
    )


def _same(truth: Truth, predicted: Truth, found: Grouping, index: int) -> tuple[str, str]:
    """Return a story's text and that of the predicted story that holds most of it."""
    homes = [home for home in found.stories[index] if home is not None]
    story = predicted.articles[max(homes, key=homes.count)] if homes else Story()
    return "\n".join(truth.articles[index].pieces), "\n".join(story.pieces)
