"""What a catalogue says of the issue, as one more witness beside the print.

It fills what nobody printed, makes sure what it says too, and is named where the print says
otherwise. The printed form stays the record's, unless letters of it are known to be misread.
"""

from __future__ import annotations

import re
from dataclasses import replace

from rapidfuzz import fuzz

from digitize.metadata.head import letters
from digitize.model.document import Document
from digitize.model.issue import Evidence, Issue
from digitize.model.step import CATALOGUE

_RULE = "the catalogue"
_SURE, _DOUBTED, _TOLD = 0.95, 0.45, 0.9
_SAME = 80  # percent of letters that two forms of one name share
_FIELDS = ("volume", "number")
_ASIDE = re.compile(r"\s*[\(\[].*$|[\s.:/;,]+$")


def catalogued(document: Document) -> dict[str, str]:
    """Return what the catalogue says, by field; {} when there is none."""
    for step in document.pages[0].steps if document.pages else ():
        if step.name == CATALOGUE:
            return {field: value for field, value in step.options.items() if isinstance(value, str)}
    return {}


def witnessed(issue: Issue, said: dict[str, str]) -> Issue:
    """Return the record with title, volume and number weighed against the catalogue's."""
    title = _ASIDE.sub("", said.get("title", ""))
    if title:
        issue = _title(issue, title)
    for field in _FIELDS:
        told = re.sub(r"(?<=\d)[,.](?=\d{3})", "", said.get(field, ""))
        if told:
            issue = _count(issue, field, told)
    return issue


def _title(issue: Issue, title: str) -> Issue:
    if issue.title is None:
        return _filled(issue, "title", title)
    names = [issue.title, *(name.text for name in issue.parallel_titles)]
    own, told = letters([issue.title]), letters([title])
    if any(letters([name]) == told for name in names):
        return _with_conf(issue, "title", _SURE, least=True)
    doubtful = any(one.field == "title" and one.conf < 0.5 for one in issue.evidence)
    if fuzz.ratio(own, told) >= _SAME and doubtful and len(own) == len(told):
        evidence = tuple(
            replace(one, value=title, rule=f"{one.rule}, read as {_RULE} has it", conf=_TOLD)
            if one.field == "title" else one
            for one in issue.evidence
        )  # fmt: skip
        return replace(issue, title=title, evidence=evidence)
    if max(fuzz.partial_ratio(letters([name]), told) for name in names) >= _SAME:
        return issue
    warning = f"{_RULE} names “{title}”, “{issue.title}” is printed"
    return _with_conf(replace(issue, warnings=(*issue.warnings, warning)), "title", _DOUBTED)


def _count(issue: Issue, field: str, told: str) -> Issue:
    own = getattr(issue, field)
    if own is None:
        return _filled(issue, field, told)
    if own == told:
        return _with_conf(issue, field, _SURE, least=True)
    if not (own.isdecimal() and told.isdecimal()):
        return issue  # XII may well be 12
    warning = f"{_RULE} has {field} {told}, {own} is printed"
    return _with_conf(replace(issue, warnings=(*issue.warnings, warning)), field, _DOUBTED)


def _filled(issue: Issue, field: str, value: str) -> Issue:
    said = Evidence(field=field, value=value, printed="", lines=(), rule=_RULE, conf=_TOLD)
    return replace(issue, evidence=(*issue.evidence, said), **{field: value})  # type: ignore[arg-type]


def _with_conf(issue: Issue, field: str, conf: float, *, least: bool = False) -> Issue:
    """Return the record with a field at most as sure as `conf`, or at least."""
    choose = max if least else min
    evidence = tuple(
        replace(one, conf=choose(one.conf, conf)) if one.field == field else one
        for one in issue.evidence
    )
    return replace(issue, evidence=evidence)
