"""Has headless Chromium set a plan: page images, a born-digital PDF, and a record of all lines."""

from __future__ import annotations

import html
import json
import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

from scripts.drawing.plan import Plan

Grey = npt.NDArray[np.uint8]
_HERE = Path(__file__).parent
_FLAGS = (
    "--headless --no-sandbox --disable-gpu --hide-scrollbars --disable-background-networking "
    "--disable-component-update --no-first-run --disable-sync --disable-extensions "
    "--font-render-hinting=none --virtual-time-budget=20000 --allow-file-access-from-files"
).split()


def page_html(plan: Plan) -> str:
    """Return the plan as one HTML document, a page below the other."""
    pages = "".join(
        f'<div class="page" id="page{number}">{plan.fixed.get(number, "")}</div>'
        for number in range(1, plan.pages + 1)
    )
    size = f"width:{plan.width}px;height:{plan.height}px"
    data = json.dumps(plan.as_json(), ensure_ascii=False).replace("<", "\\u003c")
    return (
        '<!doctype html><html lang="en"><meta charset="utf-8"><style>'
        f"@page{{size:{plan.width}px {plan.height}px;margin:0}}.page{{{size}}}"
        f"{(_HERE / 'page.css').read_text()}{plan.css}</style><body>{pages}"
        f'<script type="application/json" id="plan">{data}</script>'
        f"<script>{(_HERE / 'flow.js').read_text()}</script>"
    )


def set_pages(plan: Plan, pdf: Path | None = None) -> tuple[list[Grey], dict[str, Any]]:
    """Return a grey image of every page and the record; write a PDF too where one is asked for."""
    with tempfile.TemporaryDirectory() as name:
        room = Path(name)
        source = room / "issue.html"
        source.write_text(page_html(plan), encoding="utf-8")
        dom = _chromium(room, plan, "--dump-dom", source)
        _chromium(room, plan, f"--screenshot={room / 'shot.png'}", source)
        if pdf:
            made = room / "issue.pdf"
            _chromium(room, plan, f"--print-to-pdf={made}", source, "--no-pdf-header-footer")
            shutil.copy(made, pdf)
        shot = cv2.imread(str(room / "shot.png"), cv2.IMREAD_GRAYSCALE)
    found = re.search(r'<script type="application/json" id="record">(.*?)</script>', dom, re.DOTALL)
    if not found or shot is None:
        raise RuntimeError("the browser set no pages: " + html.escape(dom[-300:]))
    height = round(plan.height * plan.scale)
    images = [
        np.asarray(shot[index * height : (index + 1) * height], dtype=np.uint8)
        for index in range(plan.pages)
    ]
    return images, json.loads(found[1])


def _chromium(room: Path, plan: Plan, what: str, source: Path, *more: str) -> str:
    program = shutil.which("chromium") or shutil.which("chromium-browser") or "google-chrome"
    command = [
        program,
        *_FLAGS,
        f"--user-data-dir={room / 'profile'}",
        f"--force-device-scale-factor={plan.scale}",
        f"--window-size={plan.width},{plan.height * plan.pages}",
        what,
        *more,
        source.as_uri(),
    ]
    done = subprocess.run(
        command, check=True, capture_output=True, timeout=180, env={**os.environ, "HOME": str(room)}
    )
    return done.stdout.decode("utf-8", "replace")
