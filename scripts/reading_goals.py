"""What reading is to reach, and what a run of bench_reading says of it: one line for each goal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import fmean, median


@dataclass(frozen=True)
class Result:
    """What one program made of one page; errors and spaces in per cent."""

    page: str
    program: str
    lat: float | None = None
    han: float | None = None
    upright: float | None = None  # of the lines from top to bottom
    lost: float | None = None  # English spaces
    added: float | None = None
    spaces: int = 0  # English ones that are printed
    han_added: int = 0
    made: int = 0
    seconds: float = 0.0
    cpu: float = 0.0
    mebibytes: float = 0.0
    alone: float | None = None
    failed: str = ""

    @property
    def printed(self) -> bool:
        """Whether it was read, and something is printed on it."""
        return self.lat is not None or self.han is not None


GOALS = {"none": (0.2, 0.5), "medium": (0.5, 1.0), "heavy": (3.0, 5.0)}
"""Per cent of errors in English and in Chinese, by how the page was damaged."""

UPRIGHT, SPACES, HALF, OVER = 1.0, 0.1, 0.5, 25.0
"""Per cent of errors in clean vertical Chinese; of English spaces; how many of the best program's
errors; and per cent of time on top of the recogniser alone."""

SHARES = {"ocrmypdf": 1.0, "rapidocr": 0.6}
"""Of the time that another program takes."""

MEBIBYTES = 1536.0

Goal = tuple[str, bool]


def goals(results: Sequence[Result]) -> Iterator[Goal]:
    """Yield each goal with what was measured, and whether it is met."""
    own = [one for one in results if one.program == "digitize"]
    for damage, most in GOALS.items():
        pages = [one for one in own if f"/{damage}/" in one.page]
        for kind, limit in zip(("lat", "han"), most, strict=True):
            yield from _mean(pages, kind, limit, f"{kind}, {damage}")
    clean = [one for one in own if "/none/" in one.page]
    yield from _mean(clean, "upright", UPRIGHT, "vertical, none")
    yield from _against([one for one in results if not one.failed], own)
    yield from _spaces(own)
    made = [one for one in own if not one.printed and not one.failed]
    if made:
        count = sum(one.made for one in made)
        yield f"characters made up on {len(made)} empty pages: {count}", not count
    yield from _time(results, own)
    most_held = max((one.mebibytes for one in own), default=0.0)
    yield f"memory: {most_held:.0f} MiB of {MEBIBYTES:.0f}", most_held <= MEBIBYTES


def _values(results: Iterable[Result], kind: str) -> list[float]:
    return [value for one in results if (value := getattr(one, kind)) is not None]


def _mean(pages: Iterable[Result], kind: str, limit: float, name: str) -> Iterator[Goal]:
    found = _values(pages, kind)
    if found:
        mean, worst = fmean(found), max(found)
        said = f"{name}: {mean:.2f} % of {limit} %, worst {worst:.2f}, {len(found)} pages"
        yield said, mean <= limit


def _against(done: Sequence[Result], own: Sequence[Result]) -> Iterator[Goal]:
    """Yield whether no page is read worse than by the best program, and by how much better."""
    shares, worse, pages = [], [], 0
    for one in own:
        others = [o for o in done if o.page == one.page and not o.program.startswith("digitize")]
        for kind in ("lat", "han"):
            mine, theirs = getattr(one, kind), _values(others, kind)
            if mine is None or not theirs:
                continue
            pages += 1
            if mine > min(theirs):
                worse.append(f"{one.page} {kind} {mine:.2f} against {min(theirs):.2f}")
            if min(theirs):
                shares.append(mine / min(theirs))
    if pages:
        told = f": {'; '.join(worse)}" if worse else ""
        yield f"worse than the best program {len(worse)} times of {pages}{told}", not worse
    if shares:
        half = median(shares)
        yield f"median of the best program's errors: {half:.2f} of {HALF}", half <= HALF


def _spaces(own: Sequence[Result]) -> Iterator[Goal]:
    spaces = sum(one.spaces for one in own)
    for kind in ("lost", "added") if spaces else ():
        share = sum((getattr(one, kind) or 0.0) * one.spaces for one in own) / spaces
        yield (
            f"English spaces {kind}: {share:.3f} % of {SPACES} %, {spaces} spaces",
            (share <= SPACES),
        )
    added = sum(one.han_added for one in own)
    yield f"Chinese spaces added: {added}", not added


def _time(results: Sequence[Result], own: Sequence[Result]) -> Iterator[Goal]:
    mine = {one.page: one for one in own}
    for program, most in SHARES.items():
        pairs = [(mine[one.page], one) for one in results if one.program == program]
        pairs = [(one, other) for one, other in pairs if one.printed]
        if not pairs:
            continue
        wall = [one.seconds / other.seconds for one, other in pairs]
        cpu = sum(one.cpu for one, _ in pairs) / max(1e-3, sum(other.cpu for _, other in pairs))
        over = sum(share > most for share in wall)
        gave_up = sum(bool(other.failed) for _, other in pairs)
        said = f"time of {program}: median {median(wall):.2f} of {most}, over it on {over} of"
        said += f" {len(pairs)} pages ({gave_up} it did not read), processor time {cpu:.2f}"
        yield said, not over
    timed = [one for one in own if one.alone]
    if timed:
        whole, bare = sum(one.cpu for one in timed), sum(one.alone or 0.0 for one in timed)
        top = 100 * (whole / bare - 1)
        yield f"on top of the recogniser alone: {top:.0f} % of {OVER:.0f} %", top <= OVER
