"""The calendar as a page: a title after the other, its years, and every day of them as a square."""

from __future__ import annotations

import calendar as months
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from html import escape

from digitize.metadata.calendar import Calendar, Finding

_STYLE = """
:root { color-scheme: light; --ink: #222; --held: #7fa88f; --due: #d1495b; --odd: #e8a33d; }
body { font: 14px/1.45 system-ui, sans-serif; color: var(--ink); margin: 2rem auto;
  max-width: 76rem; padding: 0 1rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.2rem; margin-top: 2.5rem; border-top: 1px solid #ccc;
  padding-top: 1rem; } h3 { font-size: 1rem; margin: 1.2rem 0 .4rem; }
.year { display: grid; grid-template-columns: repeat(auto-fill, minmax(11rem, 1fr)); gap: .9rem; }
.month table { border-collapse: separate; border-spacing: 2px; font-size: 11px; }
.month caption { text-align: left; font-weight: 600; font-size: 12px; }
.month td { width: 1.15rem; height: 1.15rem; text-align: center; color: #aaa; border-radius: 3px; }
.month th { font-weight: 400; color: #999; }
.month td.held { background: var(--held); color: #fff; }
.month td.missing { background: #fff; color: var(--due); box-shadow: inset 0 0 0 1.5px var(--due);
  font-weight: 600; }
.month td.doubled, .month td.odd { background: var(--odd); color: #fff; font-weight: 600; }
.month td.doubled { outline: 2px solid var(--ink); }
.key span { display: inline-block; padding: 0 .45rem; border-radius: 3px; margin-right: 1rem; }
.key .held { background: var(--held); color: #fff; }
.key .odd { background: var(--odd); color: #fff; }
.key .missing { color: var(--due); box-shadow: inset 0 0 0 1.5px var(--due); }
.key .doubled { background: var(--odd); color: #fff; outline: 2px solid var(--ink); }
.found { border-collapse: collapse; width: 100%; margin-top: 1rem; }
.found th, .found td { text-align: left; vertical-align: top; padding: .25rem .8rem .25rem 0;
  border-bottom: 1px solid #e5e5e5; } .found td { overflow-wrap: anywhere; }
.found td:first-child, .found td:nth-child(2) { white-space: nowrap; }
@media print { h2 { break-before: page; } h2:first-of-type { break-before: auto; } }
"""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_FEW = 3  # days of a year of which only the months are shown
_MARKS = {"missing issue": "missing", "doubled issue": "doubled"}


def yearpage(titles: Sequence[Calendar]) -> str:
    """Return one HTML page without scripts or anything from elsewhere."""
    body = "".join(map(_title, titles))
    key = "".join(
        f'<span class="{name}">{words}</span>'
        for name, words in (
            ("held", "there"), ("missing", "missing"), ("doubled", "doubled"),
            ("odd", "something to look at"),
        )
    )  # fmt: skip
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width">\n'
        f"<title>Calendar of issues</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f'<h1>Calendar of issues</h1>\n<p class="key">{key}</p>\n{body}</body>\n</html>\n'
    )


def _title(one: Calendar) -> str:
    marks = dict(_marked(one.findings))
    days = sorted({*one.days, *marks} - {""})
    years = sorted({int(day[:4]) for day in days})
    counts = Counter(finding.what for finding in one.findings)
    said = [f"{sum(map(len, one.days.values()))} issues", one.rhythm]
    said += [f"{count} × {what}" for what, count in sorted(counts.items())]
    about = _text(", ".join(filter(None, said)))
    head = f"<h2>{_text(one.title or 'No title')}</h2>\n<p>{about}</p>\n"
    pages = "".join(_year(year, one, marks) for year in years)
    return head + pages + _table(one.findings)


def _marked(findings: Sequence[Finding]) -> Iterator[tuple[str, tuple[str, str]]]:
    """Yield each day with something amiss, the mark it gets and why; the gravest mark wins."""
    told: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        told[finding.day].append(finding)
    for day, held in told.items():
        kinds = {_MARKS.get(finding.what, "odd") for finding in held}
        mark = next(name for name in ("doubled", "missing", "odd") if name in kinds)
        yield day, (mark, "; ".join(f"{finding.what}: {finding.detail}" for finding in held))


def _year(year: int, one: Calendar, marks: dict[str, tuple[str, str]]) -> str:
    told = [day for day in {*one.days, *marks} if day.startswith(f"{year}-")]
    shown = range(1, 13) if len(told) > _FEW else sorted({int(day[5:7]) for day in told})
    grid = "".join(_month(year, month, one, marks) for month in shown)
    return f'<h3>{year}</h3>\n<div class="year">{grid}</div>\n'


def _month(year: int, month: int, one: Calendar, marks: dict[str, tuple[str, str]]) -> str:
    rows = ""
    for week in months.Calendar().monthdatescalendar(year, month):
        cells = "".join(
            _cell(day, one, marks) if day.month == month else "<td></td>" for day in week
        )
        rows += f"<tr>{cells}</tr>"
    names = "".join(f"<th>{name}</th>" for name in "MTWTFSS")
    return (
        f'<div class="month"><table><caption>{months.month_name[month]}</caption>'
        f"<tr>{names}</tr>{rows}</table></div>"
    )


def _cell(day: date, one: Calendar, marks: dict[str, tuple[str, str]]) -> str:
    iso = day.isoformat()
    mark, why = marks.get(iso, ("held" if iso in one.days else "", ""))
    told = " — ".join(filter(None, [", ".join(one.days.get(iso, ())), why]))
    kind = f' class="{mark}"' if mark else ""
    title = f' title="{_text(told)}"' if told else ""
    return f"<td{kind}{title}>{day.day}</td>"


def _table(findings: Sequence[Finding]) -> str:
    if not findings:
        return "<p>Nothing amiss.</p>\n"
    rows = "".join(
        f"<tr><td>{_text(one.day)}</td><td>{_text(one.what)}</td><td>{_text(one.detail)}</td>"
        f"<td>{_text(', '.join(one.folders))}</td></tr>\n"
        for one in findings
    )
    heads = "".join(f"<th>{name}</th>" for name in ("day", "what", "why", "folders"))
    return f'<table class="found"><tr>{heads}</tr>\n{rows}</table>\n'


def _text(text: str) -> str:
    shown = "".join(char if char.isprintable() else "\ufffd" for char in text)
    return escape(shown)
