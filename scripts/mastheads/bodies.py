"""A little running text of our own in each language, to stand under a head."""

from __future__ import annotations

_ENGLISH = """Council agrees to build the bridge

The council agreed last night to build the bridge that was promised to the town in the spring. The
work will begin when the ground is dry, and it is to be finished before the end of the next year.

Several of the members asked how the money was to be found. The mayor answered that a loan had
been offered by two of the banks, and that the rates would not rise. He was not believed by all.

The road from the station will be closed for a week while the first of the piers is sunk."""
_CHINESE = """市議會通過建橋

市議會昨晚通過建造大橋，工程將於土地乾後動工，預計明年年底前完成。

多名議員詢問經費來源。市長回答說，兩家銀行願意貸款，稅率不會提高，但並非人人相信。

車站前的道路將封閉一星期，以便第一座橋墩施工。"""
_GERMAN = """Der Rat will die Brücke bauen

Der Rat hat gestern beschlossen, die Brücke zu bauen, die der Stadt im Frühjahr versprochen worden
war. Die Arbeiten sollen beginnen, sobald der Boden trocken ist, und im nächsten Jahr enden.

Einige Mitglieder fragten, woher das Geld kommen solle. Der Bürgermeister antwortete, zwei Banken
hätten ein Darlehen angeboten, und die Steuern würden nicht erhöht. Nicht alle glaubten ihm."""
_FRENCH = """Le conseil décide de construire le pont

Le conseil a décidé hier soir de construire le pont qui avait été promis à la ville au printemps.
Les travaux commenceront dès que le sol sera sec et seront achevés avant la fin de l’année.

Plusieurs membres ont demandé d’où viendrait l’argent. Le maire a répondu que deux banques avaient
offert un prêt et que les impôts ne seraient pas augmentés. Tous ne l’ont pas cru."""

BODIES = {"en": _ENGLISH, "zh-Hant": _CHINESE, "de": _GERMAN, "fr": _FRENCH}
