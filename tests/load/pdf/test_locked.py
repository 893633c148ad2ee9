from __future__ import annotations

from pathlib import Path
from typing import Literal

import pikepdf
import pytest

from digitize.errors import PasswordError
from digitize.load import terms
from digitize.load.digest import digest
from digitize.load.pdf import pdfs
from digitize.load.pdf.locked import unlocked
from digitize.load.terms import Terms


@pytest.fixture
def locked(samples: Path, tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """Return the sample's PDF behind a password, by a revision of the security handler."""
    revision: Literal[3, 4, 6] = request.param
    keys = pikepdf.Encryption(
        owner="owner", user="Zürich", R=revision, aes=revision > 3, metadata=revision > 3
    )
    with pikepdf.open(samples / "harbour-times.pdf") as document:
        document.save(tmp_path / "locked.pdf", encryption=keys)
    return tmp_path / "locked.pdf"


@pytest.mark.parametrize("locked", [3, 4, 6], indirect=True)
@pytest.mark.parametrize("password", ["Zürich", "owner"])
def test_a_password_opens_a_file(
    locked: Path, password: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Any of the passwords given will do; the page is read, and its hash is that of the file."""
    monkeypatch.setattr(terms, "_held", Terms(passwords=("wrong", password)))
    sheet = pdfs.load(locked, 0, name="locked.pdf", page_id="p0001", number=1)
    assert "born-digital" == sheet.page.scan.kind
    assert sheet.page.regions
    assert digest(locked) == sheet.page.scan.sha256


@pytest.mark.parametrize("locked", [4], indirect=True)
def test_a_wrong_password_is_told_with_the_option(
    locked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No password, or none that fits, ends with 7 and names --password-file."""
    for passwords in ((), ("wrong",)):
        monkeypatch.setattr(terms, "_held", Terms(passwords=passwords))
        with pytest.raises(PasswordError) as caught:
            list(pdfs.frames(locked, "locked.pdf"))
        assert "--password-file" in caught.value.hint


def test_a_file_without_a_password_is_read_where_it_lies(
    samples: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No copy is made of what opens by itself."""
    monkeypatch.setattr(terms, "_held", Terms(passwords=("any",)))
    assert samples / "harbour-times.pdf" == unlocked(samples / "harbour-times.pdf")
