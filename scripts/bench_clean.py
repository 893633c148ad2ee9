"""Measures clean-up: hyphens, paragraphs, breaks, confusions, speed, and that no line is lost.

    python -m scripts.bench_clean [CORPUS…] [--prose FILE…] [--seed 1] [--json FILE]

Prose is set in columns by scripts/typeset.py, so that every break of a word and every paragraph
has its truth; it is read as ALTO and as flat text in three styles. By default it is what stands
in the documentation of installed Python modules, English of many hands, and the newsrooms of
scripts/drawing for stories and for Chinese. A break is hidden, and not counted, where flat text
keeps but a blank row of it, between two sentences: so it keeps paragraphs, too. CORPUS are folders
that scripts/corpus.py has drawn: their lines, as ALTO. FILE has a paragraph to a line.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice, pairwise
from pathlib import Path
from typing import Any

from digitize.clean.clean import Clean
from digitize.clean.lexicon import zipf
from digitize.formats.record import flowing
from digitize.grammar.sentences import ends_sentence, starts_inside
from digitize.load.leaves import leaves, open_leaf
from digitize.load.source import find
from digitize.model.document import Article, Document, regions
from digitize.model.edit import Reword
from digitize.model.page import Line, Page, Region, Scan, Word
from digitize.model.reading import paragraphs
from digitize.recipe import load
from digitize.score.truth import Printed, read_truth
from scripts import typeset
from scripts.drawing.chinese import HanDesk
from scripts.drawing.english import Desk
from scripts.prose import issues, paragraphs_of, stories

ISSUE = 30_000  # words of an issue of a few pages
STORIES = 60  # of an issue from a newsroom; it has some twenty column breaks
DAMAGE = 0.06  # share of words that are given one confusion
CONFUSED = (
    ("rn", "m"), ("m", "rn"), ("cl", "d"), ("d", "cl"), ("e", "c"), ("c", "e"), ("h", "b"),
    ("b", "h"), ("l", "1"), ("i", "l"), ("l", "i"), ("t", "l"), ("f", "t"), ("s", "f"),
    ("n", "u"), ("u", "n"), ("o", "0"), ("e", "o"), ("o", "e"), ("a", "o"), ("v", "y"),
    ("w", "vv"), ("li", "h"), ("ii", "n"), ("g", "q"), ("u", "ii"), ("r", "t"), ("y", "v"),
    ("a", "s"), ("n", "r"), ("k", "h"), ("p", "n"), ("x", "z"), ("ed", "cd"), ("t", "i"),
)  # fmt: skip
"""What engines take for one another; longer than the list that the rule knows, on purpose."""

LEAST = {"paragraphs": 0.97, "breaks mended": 0.99, "pages a second": 50.0, "lines kept": 1.0}
MOST = {"hyphens wrong": 0.016, "false joins": 0.003, "tokens altered": 0.00005}
"""The goals; a figure that misses its goal is marked."""


@dataclass
class Tally:
    """Hits and misses, gathered over many pages."""

    counts: Counter[str] = field(default_factory=Counter)
    seen: list[str] = field(default_factory=list)  # a few that went wrong

    def ratio(self, part: str, whole: str) -> float:
        """Return a share, 1 or 0 of nothing being nothing wrong."""
        return self.counts[part] / max(self.counts[whole], 1)

    def f1(self) -> float:
        """Return F1 of what was said against what is so."""
        hit, said, true = (self.counts[name] for name in ("hit", "said", "true"))
        return 2 * hit / max(said + true, 1)

    def add(self, other: Tally) -> None:
        """Take the other's counts in."""
        self.counts += other.counts
        self.seen += other.seen


class Reading:
    """A document that was read, looked up by the places of its words."""

    def __init__(self, document: Document) -> None:
        self.document = document
        known = regions(document)
        pages = {
            region.id: page.scan.index + 1 if page.scan.kind == "text" else page.number
            for page in document.pages
            for region in page.regions
        }
        flat = {page.scan.index + 1 for page in document.pages if page.scan.kind == "text"}
        self.at: dict[tuple[int, int, int], Word] = {}
        self.paragraph: dict[str, int] = {}  # of a word
        self.order: dict[str, int] = {}
        self.lines: Counter[tuple[int, int, int]] = Counter()
        for region in known.values():
            for line in region.lines:
                for word in line.words:
                    starts = [word.box.x0]
                    if pages[region.id] in flat:
                        starts = list(range(word.box.x0, word.box.x1))
                    for start in starts:
                        self.at[pages[region.id], start, word.box.y0] = word
                        self.lines[pages[region.id], start, word.box.y0] += 1
        number = 0
        for article in document.articles:
            roles = flowing(article.kind)
            body = [known[part] for part in article.parts]
            flows = [[region for region in body if region.role in roles]]
            flows += [[region] for region in body if region.role not in roles]
            for flow in flows:
                for lines in paragraphs(flow):
                    number += 1
                    for word in (word for line in lines for word in line.words):
                        self.paragraph[word.id] = number
                        self.order[word.id] = len(self.order)


def read(folder: Path) -> tuple[Document, float, float]:
    """Return the issue in a folder as `digitize clean` reads it; seconds of all, and of clean."""
    pipeline = load().pipeline()
    begun = time.process_time()
    found = [leaf for source in find([folder]) for leaf in leaves(source)]
    pages = [pipeline.page(open_leaf(leaf)) for leaf in found]
    document = Document(id=folder.name, pages=tuple(pages))
    for stage in pipeline.document[:-1]:
        document = stage(document)
    middle = time.process_time()
    document = pipeline.document[-1](document)
    ended = time.process_time()
    return document, ended - begun, ended - middle


@dataclass
class Set:
    """Something set, and the places of each line's words in what is read of it."""

    lines: list[Printed]
    breaks: list[typeset.Break]
    places: list[list[tuple[int, int, int]]]
    blank: bool = False  # a blank row is all that is kept of a paragraph's start

    def hides(self, index: int) -> bool:
        """Return whether nothing tells a column's end after a line from a paragraph's.

        A blank row stands at both, a sentence ends before it and one begins after it.
        """
        after = self.lines[index + 1].text
        return self.blank and ends_sentence(self.lines[index].text) and not starts_inside(after)


def write_alto(folder: Path, lines: list[Printed], breaks: list[typeset.Break]) -> Set:
    """Write lines as ALTO."""
    for page, text in typeset.alto(lines).items():
        (folder / f"page-{page:03}.xml").write_text(text, "utf-8")
    first = min(line.page for line in lines)
    places = [
        [(line.page - first + 1, box.x0, box.y0) for _, box in typeset.words(line)]
        for line in lines
    ]
    return Set(lines, breaks, places)


def write_flat(
    folder: Path, lines: list[Printed], breaks: list[typeset.Break], style: typeset.Flat
) -> Set:
    """Write lines as flat text."""
    soft = frozenset(item.line for item in breaks if not item.hard)
    text, spots = typeset.flat(lines, style, soft)
    (folder / "text.txt").write_text(text, "utf-8")
    rows = [page.split("\n") for page in text.split("\f")]
    filled: Counter[tuple[int, int]] = Counter()  # letters of a row that were given out
    places: list[list[tuple[int, int, int]]] = []
    for index, (line, (page, row)) in enumerate(zip(lines, spots, strict=True)):
        printed = rows[page - 1][row]
        found: list[tuple[int, int, int]] = []
        for token in line.text[: -1 if style == "blocks" and index in soft else None].split():
            at = printed.index(token, filled[page, row])
            filled[page, row] = at + len(token)
            found.append((page, typeset.cells(printed[:at]), row))
        places.append(found)
    return Set(lines, breaks, places, blank=style != "rows")


def judge_paragraphs(put: Set, got: Reading) -> Tally:
    """Count paragraph boundaries within items, and breaks at the ends of columns."""
    tally = Tally()
    for index, (left, right) in enumerate(pairwise(put.lines)):
        if left.item != right.item or min(left.paragraph, right.paragraph) < 0:
            continue
        last, first = put.places[index][-1:], put.places[index + 1][:1]
        one, two = (got.at.get(place[0]) if place else None for place in (last, first))
        if one is None or two is None or one.id == two.id:
            tally.counts["unseen"] += 1
            continue
        true = left.paragraph != right.paragraph
        said = got.paragraph.get(one.id) != got.paragraph.get(two.id, -1)
        near = got.order.get(two.id, -9) - got.order.get(one.id, -9) == 1
        tally.counts.update(true=true, said=said, hit=true and said)
        if not typeset.below(left, right):
            turn = "turns" if left.page != right.page else "breaks"
            turn = "hidden" if put.hides(index) else turn
            tally.counts[turn] += not true
            tally.counts[f"{turn} mended"] += not true and not said and near
        tally.counts.update(starts=true, run=true and not said)
        if true != said:
            kind = "cut" if said else "joined"
            tally.seen.append(f"{kind}: …{left.text[-30:]} | {right.text[:30]}")
    return tally


def judge_hyphens(put: Set, got: Reading) -> Tally:
    """Count words that line ends broke, and how they are read."""
    tally = Tally()
    for item in put.breaks:
        left = got.at.get(put.places[item.line][-1])
        right = got.at.get(put.places[item.line + 1][0])
        if left is None or right is None:
            tally.counts["unseen"] += 1
            continue
        tally.counts.update(broken=1, hard=item.hard)
        parts = [left.text, right.text]
        reading = f"{left.reading} {right.reading}".strip()
        wrong = reading != item.whole
        tally.counts.update(wrong=wrong, lost=wrong and item.hard)
        keeps = _wordfreq_keeps(parts[0], parts[1])
        tally.counts.update(delete=item.hard, wordfreq=keeps != item.hard)
        if wrong:
            tally.seen.append(f"{item.whole}: read {reading}")
    return tally


def _wordfreq_keeps(left: str, right: str) -> bool:
    """Return whether word frequencies alone keep the hyphen, as the guides tell to use them."""
    first, second = (re.sub(r"[^\w'-]+", "", part).strip("-").lower() for part in (left, right))
    if zipf(first + second, "en") >= 1.5:
        return False
    known = min(zipf(part, "en") for part in (first, second)) >= 3
    return known and min(len(first), len(second)) >= 3


def lines_kept(put: Set, got: Reading) -> Tally:
    """Count the lines of the source that stand exactly once in the document."""
    tally = Tally()
    for line, places in zip(put.lines, put.places, strict=True):
        kept = bool(places) and all(got.lines[place] == 1 for place in places)
        tally.counts.update(lines=1, kept=kept)
        if not kept:
            tally.seen.append(f"lost: {line.text}")
    return tally


def confused(texts: Sequence[str], rng: random.Random) -> Tally:
    """Give words one confusion and low confidence, and count what is mended, and what is spoilt.

    A tenth of the sound words are read with doubt, too; so are nearly all that are wrong.
    """
    tally = Tally()
    for issue in issues(texts, ISSUE):
        truth: dict[str, str] = {}
        lines = list(_doubted(issue, rng, truth))
        document = _bound(lines)
        cleaned = Clean(rules=("confusions",))(document)
        wrong = {word.id for line in lines for word in line.words if word.text != truth[word.id]}
        tally.counts.update(sound=len(truth) - len(wrong), damaged=len(wrong))
        for edit in cleaned.edits:
            if not isinstance(edit, Reword):
                continue
            good = edit.after == truth[edit.word]
            sound = edit.word not in wrong
            tally.counts.update(good=good, bad=not good, altered=sound)
            if not good:
                tally.seen.append(f"{edit.before} → {edit.after}, truly {truth[edit.word]}")
    return tally


def _doubted(texts: Sequence[str], rng: random.Random, truth: dict[str, str]) -> Iterator[Line]:
    for number, text in enumerate(texts):
        found = []
        for place, token in enumerate(text.split()):
            name = f"p0001.l{number:05}.w{place:03}"
            truth[name] = token
            seen = typeset.damaged(token, CONFUSED, rng) if rng.random() < DAMAGE else token
            low = 0.95 if seen != token else 0.1
            conf = rng.uniform(0.3, 0.8) if rng.random() < low else rng.uniform(0.8, 1.0)
            found.append(Word(id=name, text=seen, conf=round(conf, 2)))
        yield Line(id=f"p0001.l{number:05}", words=tuple(found), opens=True)


def _bound(lines: Sequence[Line]) -> Document:
    """Return a document of one page and one article with these lines."""
    region = Region(id="p0001.r001", lines=tuple(lines))
    page = Page(id="p0001", number=1, scan=Scan(path="page.png"), regions=(region,))
    return Document(id="set", pages=(page,), articles=(Article(id="a1", parts=(region.id,)),))


WAYS = ("alto", "rows", "spaced", "blocks")


def put(folder: Path, way: str, lines: list[Printed], breaks: list[typeset.Break]) -> Set:
    """Write lines in one of the ways."""
    if way == "alto":
        return write_alto(folder, lines, breaks)
    return write_flat(folder, lines, breaks, way)  # type: ignore[arg-type]


@dataclass
class Result:
    """What was measured of one kind of text, read in one way."""

    paragraphs: Tally = field(default_factory=Tally)
    hyphens: Tally = field(default_factory=Tally)
    kept: Tally = field(default_factory=Tally)
    pages: int = 0
    seconds: float = 0.0
    cleaning: float = 0.0

    def row(self) -> dict[str, Any]:
        """Return the figures by name."""
        told: dict[str, Any] = {"pages": self.pages, "lines kept": self.kept.ratio("kept", "lines")}
        told["paragraphs"] = self.paragraphs.f1()
        told["breaks"] = self.paragraphs.counts["breaks"]
        told["breaks mended"] = self.paragraphs.ratio("breaks mended", "breaks")
        told["hidden"] = self.paragraphs.counts["hidden"]
        told["turns mended"] = self.paragraphs.ratio("turns mended", "turns")
        told["false joins"] = self.paragraphs.ratio("run", "starts")
        if self.hyphens.counts["broken"]:
            told["broken"] = self.hyphens.counts["broken"]
            told["hyphens wrong"] = self.hyphens.ratio("wrong", "broken")
            told["delete all"] = self.hyphens.ratio("delete", "broken")
            told["wordfreq alone"] = self.hyphens.ratio("wordfreq", "broken")
        told["pages a second"] = self.pages / max(self.cleaning, 1e-9)
        told["all, a second"] = self.pages / max(self.seconds, 1e-9)
        return told


def measure(result: Result, way: str, lines: list[Printed], breaks: list[typeset.Break]) -> None:
    """Read lines in one way and add what is found to a result."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "issue"
        folder.mkdir()
        written = put(folder, way, lines, breaks)
        document, seconds, cleaning = read(folder)
    got = Reading(document)
    result.paragraphs.add(judge_paragraphs(written, got))
    if way != "blocks":
        result.hyphens.add(judge_hyphens(written, got))
    result.kept.add(lines_kept(written, got))
    result.pages += len(document.pages)
    result.seconds += seconds
    result.cleaning += cleaning


def sources(
    args: argparse.Namespace,
) -> Iterator[tuple[str, list[Printed], list[typeset.Break]]]:
    """Yield what is to be read, issue by issue: its kind, its lines, its breaks."""
    rng = random.Random(args.seed)  # noqa: S311 - no secret
    if "prose" in args.kinds:
        wide = typeset.Measure()
        for issue in islice(issues(paragraphs_of(args.prose), ISSUE), args.issues):
            done = typeset.typeset(stories(issue, rng), wide)
            yield "prose", done.lines, done.breaks
    for kind, cells in (("en", 34), ("zh", 36)):
        if kind not in args.kinds:
            continue
        desk = Desk(rng, 1930) if kind == "en" else HanDesk(rng, 1930)
        for _ in range(args.issues):
            copies = [desk.story(rng.randint(4, 20)) for _ in range(STORIES)]
            texts = [
                (copy.headline, [typeset.run_on(sentences) for sentences in copy.paragraphs])
                for copy in copies
            ]
            done = typeset.typeset(texts, typeset.Measure(cells=cells))
            yield kind, done.lines, done.breaks
    for folder in args.corpus:
        lines = [line for line in read_truth(folder / "truth.json").lines if not line.vertical]
        yield "corpus", lines, []


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", nargs="*", type=Path)
    parser.add_argument("--prose", nargs="*", type=Path, default=[])
    parser.add_argument("--kinds", nargs="*", default=["prose", "en", "zh", "confusions"])
    parser.add_argument("--ways", nargs="*", default=list(WAYS))
    parser.add_argument("--issues", type=int, default=8)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, default=0, help="so many mistakes of each kind")
    parser.add_argument("--json", type=Path)
    args = parser.parse_args()
    results: dict[str, Result] = {}
    zipf("the", "en")  # the list of words is read once, before the clock runs
    for kind, lines, breaks in sources(args):
        for way in ("alto",) if kind == "corpus" else args.ways:
            measure(results.setdefault(f"{kind} {way}", Result()), way, lines, breaks)
    rows = {name: result.row() for name, result in results.items()}
    if "confusions" in args.kinds:
        rows["confusions"] = _confusions(args)
    for name, row in rows.items():
        print(f"{name:12}", *(_said(key, value) for key, value in row.items()), sep="  ")
        shown = results.get(name)
        for tally in (shown.paragraphs, shown.hyphens, shown.kept) if shown else ():
            for text in tally.seen[: args.show]:
                print("     ", text)
    if args.json:
        args.json.write_text(json.dumps(rows, indent=1))


def _confusions(args: argparse.Namespace) -> dict[str, Any]:
    rng = random.Random(args.seed)  # noqa: S311 - no secret
    tally = confused(paragraphs_of(args.prose)[:8000], rng)
    for text in tally.seen[: args.show]:
        print("     ", text)
    return {
        "sound": tally.counts["sound"],
        "damaged": tally.counts["damaged"],
        "good": tally.counts["good"],
        "bad": tally.counts["bad"],
        "tokens altered": tally.ratio("altered", "sound"),
    }


def _said(key: str, value: float) -> str:
    short = value < LEAST.get(key, value) or value > MOST.get(key, value)
    return (
        f"{key} {value:.5g}" + " (missed)" * short if isinstance(value, float) else f"{key} {value}"
    )


if __name__ == "__main__":
    main()
