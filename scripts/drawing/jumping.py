"""How papers print that a story goes on elsewhere, and print what only looks like it."""

from __future__ import annotations

import random
from dataclasses import dataclass

from scripts.drawing.chinese import han_number

_WORDS = ("", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine")
_ORDINALS = ("", "First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth")


@dataclass(frozen=True)
class Jumps:
    """The wording of one paper: a manner of numbering pages, and one of pointing to them."""

    rng: random.Random
    letter: str  # before the number of a page, or ""

    def label(self, page: int) -> str:
        """Return a page as its folio calls it."""
        return f"{self.letter}{page}"

    def out(self, page: int, slug: str, columns: int) -> str:
        """Return the English line where a story breaks off."""
        label, rng = self.label(page), self.rng
        name = slug.title()
        forms = [
            f"See {name}, page {label}",
            f"See {slug}, Page {label}",
            f"Continued on page {label}",
            f"Continued on {label}",
            f"CONTINUED ON PAGE {label}",
            f"(Continued on Page {label}, Column {rng.randint(1, columns)}.)",
            f"{slug}, Page {label}",
            f"Please turn to page {label}",
            f"Turn to {name}, page {label}",
            f"Cont'd on p. {label}",
            f"{slug} continued on {label}",
        ]
        if not self.letter and page < len(_ORDINALS):
            forms += [
                f"Continued on Page {_WORDS[page]}",
                f"(Continued on {_ORDINALS[page]} Page.)",
            ]
        return rng.choice(forms)

    def back(self, page: int, slug: str) -> str:
        """Return the English line where it is taken up again."""
        label = self.label(page)
        forms = [
            f"From page {label}",
            f"Continued from page {label}",
            f"CONTINUED FROM PAGE {label}",
            f"{slug}: From page {label}",
            f"Continued from {label}",
            f"From {label}",
        ]
        if not self.letter and page < len(_ORDINALS):
            forms += [
                f"(Continued from {_ORDINALS[page]} Page.)",
                f"Continued from Page {_WORDS[page]}",
            ]
        return self.rng.choice(forms)

    def han_out(self, page: int) -> str:
        """Return the Chinese line where a story breaks off."""
        if self.letter:
            label = self.label(page)
            forms = [f"下轉{label}版", f"（下轉{label}頁）", f"文轉{label}", f"▶下轉{label}版"]
        else:
            number = f"第{han_number(page)}"
            forms = [
                f"下轉{number}版",
                f"（下轉{number}版）",
                f"（轉{number}版）",
                f"未完，下轉{number}版",
                f"下接{number}頁",
                f"（未完，轉{number}版）",
            ]
        return self.rng.choice(forms)

    def han_back(self, page: int) -> str:
        """Return the Chinese line where it is taken up again."""
        if self.letter:
            label = self.label(page)
            forms = (f"上接{label}版", f"（上接{label}頁）", f"文接{label}", f"◀上接{label}版")
        else:
            number = f"第{han_number(page)}"
            forms = (f"上接{number}版", f"（上接{number}版）", f"（續{number}版）", f"接{number}頁")
        return self.rng.choice(forms)

    def decoy(self) -> str:
        """Return a sentence that names a page and points nowhere."""
        page = self.rng.randint(2, 40)
        return self.rng.choice(
            (
                f"The clerk read aloud from page {page} of the register.",
                f"The list, continued on page {page} of the report, is signed by all.",
                "The hearing will be continued on Monday.",
                f"See page {page}, he said, and you will understand.",
            )
        )
