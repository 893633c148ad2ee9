"""Jump lines in Chinese: 下轉A4版, 上接第一版, （未完）."""

from __future__ import annotations

import re
from typing import Literal

from digitize.grammar.numerals import HAN_NUMERAL, fold, han

_NUMBER = rf"(?P<page>[A-Z]{{0,2}}\s?-?\d{{1,3}}|[{HAN_NUMERAL}]{{1,3}})"
_NAMED = r"(?P<named>頭|头|首|封面|次|後|后|下一?|上一?|前|末|底|背|內|内)"
_LEAF = rf"(?:第?\s*{_NUMBER}\s*(?:[版頁页面张張]|(?=\W*$))|{_NAMED}[版頁页])"
_OPEN, _CLOSE = r"[（(【〔\[「◀◄←▶►→▲△◆*＊]", r"[）)】〕\]」▶►→。*＊]"
_TURN = "轉转"
_GOES = (
    rf"(?:全?文|下|續|续|請|请)?[{_TURN}](?:入|至|到|往|見|见|刊|載|载|接)?|(?:全?文|下)接|"
    r"[續续](?:刊|見|见|登|載|载|[轉转])?(?:於|于|在|至)?|下[續续見见刊]|接(?:至|到|入|往)"
)
_COMES = r"(?:上|緊|紧|承|前)?接(?:自|上)?|[續续](?:自|上|前)|上[續续承]|(?:轉|转)自|由"
_NO_WORD = "午周週旬月海面方列半下上次回述集映場场一第"  # characters that make a word with 下, 上
_LEAF_NUMBER, _SHEET_NUMBER = (_NUMBER.replace("page", name) for name in ("leaf", "sheet"))
_DAMAGED = re.compile(
    rf"^\W*(?P<way>[上下文])[^\W\d{_NO_WORD}]\s*第?\s*{_NUMBER}\s*[版頁页張张]\W*$|"
    rf"^{_OPEN}\W*[^\W\d](?P<key>[轉转接])\s*第?\s*{_LEAF_NUMBER}\s*[版頁页張张]\W*$|"
    rf"^\W*(?P<whole>下[轉转接]|上接)\s*第?\s*{_SHEET_NUMBER}\s*[^\W\d]\W*$"
)
_FRONT = {"頭": "1", "头": "1", "首": "1", "封面": "1"}
_ENDS = {"次": "next", "後": "next", "后": "next", "下": "next", "下一": "next"} | {
    "上": "previous", "上一": "previous", "前": "previous",
    "末": "last", "底": "last", "背": "last", "內": "", "内": "",
}  # fmt: skip
_TO = re.compile(
    rf"(?P<open>{_OPEN}?)\W{{0,8}}(?P<key>(?:未完\W{{0,2}})?(?:{_GOES}))\s*(?:於|于|第|自)?\s*{_LEAF}\s*(?P<close>{_CLOSE}?)"
)
_FROM = re.compile(
    rf"(?P<open>{_OPEN}?)\W{{0,8}}(?P<key>{_COMES})\s*第?\s*{_LEAF}\s*(?P<close>{_CLOSE}?)"
)
_UNFINISHED = re.compile(
    r"[（(【〔\[]\s*(?:本[文篇]|全文|下期)?(?:未完(?:[,，、]?待[續续])?|待[續续]|下[續续]|明日[續续](?:登|刊)?|下期[續续](?:完|登|刊)?)\s*[）)】〕\]]\W*$|"
    r"(?:^|[。！？」』])\s*未完(?:待[續续])?\W*$"
)
_SURE = re.compile(r"[下上緊紧承]\s*[轉转接續续]|文[轉转接]|[續续][刊見见自]|接自|[轉转]自|未完")
"""Two characters that only jump lines join."""


def find_eastern(text: str) -> tuple[Literal["to", "from"], str, str] | None:
    """Return direction, page and print of the Chinese jump line in `text`, None when none is."""
    plain = fold(text)
    came = _best(_FROM, plain)
    goes = _best(_TO, plain)
    if came and not (goes and len(goes.group()) > len(came.group())):
        page = _page(came["page"], came["named"])
        onward = came["key"] == "接" and page not in ("1", "A1", "previous")
        return ("to" if onward else "from"), page, _printed(text, came)
    if goes:
        return "to", _page(goes["page"], goes["named"]), _printed(text, goes)
    damaged = _DAMAGED.match(plain)
    if damaged:
        page = _page(damaged["page"] or damaged["leaf"] or damaged["sheet"], None)
        back = (
            damaged["way"] == "上"
            or damaged["whole"] == "上接"
            or (damaged["key"] == "接" and page in ("1", "A1"))
        )
        return ("from" if back else "to"), page, _printed(text, damaged)
    open_ = _UNFINISHED.search(plain)
    return ("to", "", _printed(text, open_)) if open_ else None


def _best(form: re.Pattern[str], plain: str) -> re.Match[str] | None:
    """Return the first match that stands as a jump line does: in brackets, alone, or at the end."""
    return next((match for match in form.finditer(plain) if _stands(match, plain)), None)


def _stands(match: re.Match[str], plain: str) -> bool:
    before, after = plain[: match.start()], plain[match.end() :]
    ended = not any(map(str.isalnum, after))
    if not match["page"] and not match["named"]:
        return False
    whole = ended and not any(map(str.isalnum, before))
    bracketed = bool(match["open"]) and bool(match["close"]) and match["open"] in "（(【〔[「"
    sure = bool(_SURE.search(match["key"]))
    opened = not before.strip() or before.rstrip()[-1] in "。！？」』…”）)"
    word = match.group()[-1] in "版頁页面张張" or match["close"] or whole
    return bool(word) and (
        bracketed or whole or (sure and (ended or (opened and not before.strip())))
    )


def _printed(text: str, match: re.Match[str]) -> str:
    return text[match.start() : match.end()].strip()


def _page(label: str | None, named: str | None) -> str:
    if label is None:
        return _FRONT.get(named or "") or _ENDS.get(named or "", "")
    bare = re.sub(r"[\s-]", "", label).upper()
    if bare[-1].isascii():
        return bare
    value = han(bare)
    return str(value) if value else ""
