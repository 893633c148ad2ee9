from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from lxml import etree
from PIL import Image

from digitize.errors import InputError
from digitize.formats.format import File
from digitize.formats.ndnp import Ndnp, in_inches
from tests.formats.issue import issue, scanned
from tests.formats.oracles import xml_faults

NS = {
    "mets": "http://www.loc.gov/METS/", "mods": "http://www.loc.gov/mods/v3",
    "mix": "http://www.loc.gov/mix/", "xlink": "http://www.w3.org/1999/xlink",
    "ndnp": "http://www.loc.gov/ndnp",
}  # fmt: skip
HREF = f"{{{NS['xlink']}}}href"
FORM = Ndnp(lccn="sn83045462", reel="00280654139", awardee="dlc", batch="harbour")
HOME = "ndnp/batch_dlc_harbour_ver01/data"
DAY = f"{HOME}/sn83045462/00280654139/1980101601"


def _made(folder: Path) -> dict[str, bytes]:
    files: list[File] = list(FORM.files(scanned(issue(), folder), folder))
    return {file.path: file.data for file in files}


def _load(made: dict[str, bytes]) -> list[str]:
    """Load the batch by the rules of chronam's batch_loader.py; return what it would refuse."""
    faults = []
    batch = etree.fromstring(made[f"{HOME}/batch_1.xml"])
    for entry in batch.iterfind("ndnp:issue", NS):
        path = f"{HOME}/{entry.text}"
        if path not in made:
            faults.append(f"no issue at {path}")
            continue
        mets = etree.fromstring(made[path])
        division = mets.find(".//mets:div[@TYPE='np:issue']", NS)
        mods = _section(mets, division.get("DMDID")) if division is not None else None
        if division is None or mods is None:
            faults.append("no issue division with its MODS")
            continue
        if mods.findtext(".//mods:identifier[@type='lccn']", "", NS) != entry.get("lccn"):
            faults.append("another LCCN")
        if mods.findtext(".//mods:dateIssued", "", NS) != entry.get("issueDate"):
            faults.append("another date")
        for page in division.iterfind(".//mets:div[@TYPE='np:page']", NS):
            faults += _page(made, mets, page)
    return faults


def _section(mets: etree._Element, name: str | None) -> etree._Element | None:
    return mets.find(f".//mets:dmdSec[@ID='{name}']", NS)


def _page(made: dict[str, bytes], mets: etree._Element, page: etree._Element) -> list[str]:
    mods = _section(mets, page.get("DMDID"))
    if mods is None or not mods.findtext(".//mods:extent/mods:start", "", NS).isdigit():
        return ["a page without its number"]
    if not mods.findtext(".//mods:identifier[@type='reel number']", "", NS):
        return ["a page without its reel"]
    faults, uses = [], set()
    for pointer in page.iterfind("mets:fptr", NS):
        file = mets.find(f".//mets:file[@ID='{pointer.get('FILEID')}']", NS)
        spot = file.find("mets:FLocat", NS) if file is not None else None
        if file is None or spot is None:
            faults.append("a file that is not listed")
            continue
        uses.add(file.get("USE"))
        data = made.get(f"{DAY}/{spot.get(HREF, '')[2:]}")
        if data is None or hashlib.sha256(data).hexdigest() != file.get("CHECKSUM"):
            faults.append("a file that is not there")
        if file.get("USE") == "service":
            mix = mets.find(f".//mets:techMD[@ID='{file.get('ADMID')}']", NS)
            if mix is None or not mix.findtext(".//mix:ImageLength", "", NS).isdigit():
                faults.append("JPEG 2000 without its measures")
    return [*faults, *(f"no {use}" for use in {"master", "service", "derivative", "ocr"} - uses)]


def test_a_loader_takes_it(tmp_path: Path, shared: Path) -> None:
    """By the rules of chronam's loader nothing is lacking, and METS and ALTO are valid."""
    made = _made(tmp_path)
    assert [] == _load(made)
    mets = made[f"{DAY}/1980101601_1.xml"]
    assert [] == xml_faults(shared / "schemas", "mets/driver-mets1-all.xsd", mets)
    for number in (1, 2):
        page = made[f"{DAY}/{number:04d}.xml"]
        assert [] == xml_faults(shared / "schemas", "alto/alto-2-1.xsd", page)


@pytest.mark.parametrize(
    ("before", "after"),
    [(b"np:issue", b"np:tissue"), (b"lccn", b"lcnn"), (b"ImageLength", b"ImageHeight"),
     (b"0001.jp2", b"0009.jp2"), (b"reel number", b"reel no")],
)  # fmt: skip
def test_the_loaders_rules_can_refuse(tmp_path: Path, before: bytes, after: bytes) -> None:
    """No issue, no LCCN, no measures, no file, no reel: each is a fault."""
    made = _made(tmp_path)
    path = f"{DAY}/1980101601_1.xml"
    assert before in made[path]
    assert [] != _load(made | {path: made[path].replace(before, after)})


def test_lengths_are_1200ths_of_an_inch(tmp_path: Path) -> None:
    """A word at pixel 60 of a scan of 150 dots to the inch stands at 480; shapes are left out."""
    page = _made(tmp_path)[f"{DAY}/0001.xml"].decode()
    assert "<MeasurementUnit>inch1200</MeasurementUnit>" in page
    assert 'HPOS="480" VPOS="240"' in page
    assert "BASELINE" not in page
    shaped = b'<a HPOS="1.5" BASELINE="2"><Shape><Polygon POINTS="1,2"/></Shape></a>'
    assert b'<a HPOS="6"></a>' == in_inches(shaped, 300)


def test_the_images_are_the_scan(tmp_path: Path) -> None:
    """TIFF without loss and with its dots per inch, JPEG 2000 in the same size."""
    made = _made(tmp_path)
    (tmp_path / "m.tif").write_bytes(made[f"{DAY}/0001.tif"])
    (tmp_path / "s.jp2").write_bytes(made[f"{DAY}/0001.jp2"])
    with Image.open(tmp_path / "a.jpg") as scan, Image.open(tmp_path / "m.tif") as master:
        assert scan.convert("L").tobytes() == master.tobytes()
        assert (150, 150) == tuple(map(int, master.info["dpi"]))
    with Image.open(tmp_path / "s.jp2") as service:
        assert (120, 160) == service.size


def test_what_is_not_printed_must_be_given(tmp_path: Path) -> None:
    """Without LCCN and reel the error says how to give them."""
    with pytest.raises(InputError, match=r"ndnp\.lccn"):
        list(Ndnp().files(scanned(issue(), tmp_path), tmp_path))
