"""Han radicals that stand for whole characters, as text layers of PDFs often have them.

A font that draws 二 once for the character and for the Kangxi radical makes many PDF writers name
the radical. What is printed is the character. Kangxi radicals have it as their compatibility
form; those of the supplement are listed here, after Unicode's EquivalentUnifiedIdeograph.txt,
where they are characters of use by themselves.
"""

from __future__ import annotations

import re
import unicodedata

_KANGXI = re.compile("[\u2f00-\u2fd5]")
_SUPPLEMENT = str.maketrans(
    "⺁⺟⺠⺩⺬⺮⺶⺼⺽⻁⻄⻅⻆⻉⻋⻑⻓⻔⻗⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻭⻮⻯⻰⻲⻳",
    "厂母民王示竹羊肉臼虎西见角贝车長长门雨青韦页风飞食马骨鬼鱼鸟卤麦黄齐歯齿竜龙亀龟",
)


def unified(text: str) -> str:
    """Return `text` with every such radical as the character it looks like."""
    plain = _KANGXI.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text)
    return plain.translate(_SUPPLEMENT)
