"""Jump lines in Chinese: 下轉A4版, 上接第一版, （未完）."""

from __future__ import annotations

import re
from typing import Literal

from digitize.grammar.numerals import HAN_NUMERAL, fold, han

_NUMBER = rf"(?P<page>[A-Z]{{0,2}}-?\d{{1,3}}|[{HAN_NUMERAL}]{{1,3}})"
_NAMED = r"(?P<named>頭|头|首|次|後|后|下一?|上一?|前|末|底|背|內|内)[版頁页]|(?P<cover>封面|封底)"
_LEAF = rf"(?:第?{_NUMBER}(?:[版頁页面张張]|(?=\W*$))|{_NAMED})"
_OPEN, _CLOSE = r"[（(【〔\[「◀◄←▶►→▲△◆*＊]", r"[）)】〕\]」▶►→。*＊]"
_GOES = (
    r"(?:全?文|下文?|[續续請请])?[轉转](?:入|至|到|往|看|見|见|刊|載|载|接)?|(?:全?文|下文?|[請请])接|"
    r"[請请]?[續续](?:刊|看|見|见|登|載|载|[轉转])?(?:於|于|在|至)?|[全下]文?[續续見见刊]|"
    r"文[續续][見见]?|接(?:至|到|入|往)|未完\W{0,2}接"
)
_COMES = r"(?:上文?|緊|紧|承|前)?接(?:自|上)?|[續续](?:自|上|前)|上文?[續续承見见]|[轉转]自"
_NO_WORD = "午周週旬月海面方列半下上次回述集映場场一第"  # characters that make a word with 下, 上
_LEAF_NUMBER, _SHEET_NUMBER = (_NUMBER.replace("page", name) for name in ("leaf", "sheet"))
_DAMAGED = re.compile(
    rf"^\W*(?P<way>[上下文])[^\W\d{_NO_WORD}]第?{_NUMBER}[版頁页張张]\W*$|"
    rf"^\W*[^\W\d](?P<key>[轉转接])第?{_LEAF_NUMBER}[版頁页張张]\W*$|"
    rf"^\W*(?P<whole>下[轉转接]|上接)第?{_SHEET_NUMBER}[^\W\d]\W*$"
)
_FRONT = frozenset({"頭", "头", "首", "封面"})
_ENDS = {"次": "next", "後": "next", "后": "next", "下": "next", "下一": "next"} | {
    "上": "previous", "上一": "previous", "前": "previous",
    "末": "last", "底": "last", "背": "last", "封底": "last", "內": "", "内": "",
}  # fmt: skip
_BACKWARD = frozenset({"1", "A1", "previous"})
"""Pages from which stories come: what 接, 續 or 文接 names them for."""
_EITHER_WAY = re.compile(r"接|[續续]|文[接續续]")
"""Words that are printed on both pages of a story; only the page tells the way."""
_TO = re.compile(
    rf"(?P<open>{_OPEN}?)\W{{0,8}}(?P<key>(?:未完\W{{0,2}})?(?:{_GOES}))(?:於|于|第|自)?{_LEAF}(?P<close>{_CLOSE}?)"
)
_FROM = re.compile(rf"(?P<open>{_OPEN}?)\W{{0,8}}(?P<key>{_COMES}){_LEAF}(?P<close>{_CLOSE}?)")
_BROUGHT = re.compile(
    rf"(?P<open>{_OPEN}?)(?P<key>[由從从]){_LEAF}[轉转接續续][來来](?P<close>{_CLOSE}?)"
)
_UNFINISHED = re.compile(
    r"[（(【〔\[](?:本[文篇]|全文|下期)?(?:未完(?:[,，、]?待[續续])?|待[續续]|下[續续]|明日[續续](?:登|刊)?|下期[續续](?:完|登|刊)?)[）)】〕\]]\W*$|"
    r"(?:^|[。！？」』])未完(?:待[續续])?\W*$"
)
_SURE = re.compile(
    r"[下上緊紧承文][轉转接續续]|[上全]文[見见]|[續续][刊見见自]|接自|[轉转]自|[由從从]|未完"
)
"""Characters that only jump lines join."""
_MISREAD = str.maketrans({"笫": "第"})


def find_eastern(text: str) -> tuple[Literal["to", "from"], str, str] | None:
    """Return direction, page and print of the Chinese jump line in `text`, None when none is."""
    places = [at for at, char in enumerate(text) if not char.isspace()]
    plain = fold("".join(text[at] for at in places)).translate(_MISREAD)

    def printed(match: re.Match[str]) -> str:
        return text[places[match.start()] : places[match.end() - 1] + 1]

    came = _best(_BROUGHT, plain) or _best(_FROM, plain)
    goes = _best(_TO, plain)
    found = came if came and not (goes and len(goes.group()) > len(came.group())) else goes
    if found is not None:
        page = _page(found["page"], found["named"] or found["cover"])
        either = _EITHER_WAY.fullmatch(found["key"])
        back = page in _BACKWARD if either else found is came
        return ("from" if back else "to"), page, printed(found)
    damaged = _DAMAGED.match(plain)
    if damaged:
        page = _page(damaged["page"] or damaged["leaf"] or damaged["sheet"], None)
        back = "上" in (damaged["way"] or damaged["whole"] or "")
        back = back or (damaged["key"] == "接" and page in _BACKWARD)
        return ("from" if back else "to"), page, printed(damaged)
    open_ = _UNFINISHED.search(plain)
    return ("to", "", printed(open_)) if open_ else None


def _best(form: re.Pattern[str], plain: str) -> re.Match[str] | None:
    """Return the first match that stands as a jump line does: in brackets, alone, or at the end."""
    return next((match for match in form.finditer(plain) if _stands(match, plain)), None)


def _stands(match: re.Match[str], plain: str) -> bool:
    before, after = plain[: match.start()], plain[match.end() :]
    ended = not any(map(str.isalnum, after))
    if not (match["page"] or match["named"] or match["cover"]):
        return False
    whole = ended and not any(map(str.isalnum, before))
    bracketed = match["close"] and match["open"] and match["open"] in "（(【〔[「"
    sure = bool(_SURE.search(match["key"]))
    sheet = bool(match["page"]) and match["page"][0].isascii() and match["page"][0].isalpha()
    named = match.group()[-1] in "版頁页面张張來来" or match["close"]
    if not named and not (whole and (sure or sheet)):
        return False
    return bool(bracketed or whole or (sure and (ended or not before)))


def _page(label: str | None, named: str | None) -> str:
    if label is None:
        return "1" if named in _FRONT else _ENDS.get(named or "", "")
    bare = re.sub(r"(?<!\d)0+(?=\d)", "", label.replace("-", "")).upper()
    if bare[-1].isascii():
        return bare
    value = han(bare)
    return str(value) if value else ""
