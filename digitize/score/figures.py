"""The figures of one issue by name, and the goals that newspapers' layout is held to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from digitize.score.articles import Ratio
from digitize.score.scores import Scores


@dataclass(frozen=True, slots=True)
class Figure:
    """What a figure says, and its goal where it has one."""

    says: str
    goal: float | None = None
    falling: bool = False  # the lower, the better

    def met(self, value: float) -> bool | None:
        """Return whether a value reaches the goal; None where there is none."""
        if self.goal is None:
            return None
        return value <= self.goal if self.falling else value >= self.goal


FIGURES: Mapping[str, Figure] = {
    "cer": Figure("character error rate, story by story", falling=True),
    "wer": Figure("word error rate, story by story", falling=True),
    "free": Figure("characters read, in whatever order"),
    "ordered": Figure("characters read and in their place"),
    "share": Figure("ordered as a share of free", 0.97),
    "extra": Figure("characters that are nowhere in the truth, as a share of it", falling=True),
    "successors": Figure("steps within stories that are taken", 0.98),
    "contiguity": Figure("stories that come out in one run", 0.98),
    "pairs": Figure("pieces of one story put together, F1", 0.95),
    "exact": Figure("stories told whole, with nothing else in them", 0.90),
    "headings": Figure("headlines known as such, F1", 0.92),
    "jumps_precision": Figure("stories followed to another page: of those followed", 0.98),
    "jumps_recall": Figure("stories followed to another page: of those that go on", 0.95),
    "furniture_precision": Figure("characters called furniture that are"),
    "furniture_recall": Figure("characters of furniture called so"),
    "lines_found": Figure("text lines found", 0.995),
    "lines_faulty": Figure("text lines cut or run together", 0.003, falling=True),
    "masthead": Figure("facts of the issue read rightly"),
}
"""The figures, in the order they are shown."""


def figures(scores: Scores) -> dict[str, float]:
    """Return the figures that can be told of an issue; what there was nothing of is left out."""
    text, facts = scores.text, list(scores.masthead.values())
    told = {
        "cer": scores.cer,
        "wer": scores.wer,
        "free": text.accuracy,
        "ordered": scores.ordered,
        "share": scores.share,
        "extra": text.invented,
        "successors": text.successors,
        "contiguity": text.contiguity,
    }
    told |= _known("pairs", scores.pairs, scores.pairs.f1)
    told |= _known("exact", scores.exact, scores.exact.recall)
    told |= _known("headings", scores.headlines, scores.headlines.f1)
    if scores.continuations.said:
        told["jumps_precision"] = scores.continuations.precision
    if scores.continuations.true:
        told["jumps_recall"] = scores.continuations.recall
    if scores.furniture.said or scores.furniture.true:
        told["furniture_precision"] = scores.furniture.precision
        told["furniture_recall"] = scores.furniture.recall
    if scores.lines:
        told["lines_found"] = scores.lines.recall
        told["lines_faulty"] = scores.lines.faulty
    if facts:
        told["masthead"] = facts.count("correct") / len(facts)
    return {name: told[name] for name in FIGURES if name in told}


def _known(name: str, ratio: Ratio, value: float) -> dict[str, float]:
    return {name: value} if ratio.true or ratio.said else {}
