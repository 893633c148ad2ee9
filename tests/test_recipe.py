from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from digitize.errors import RecipeError
from digitize.recipe import load, names, text


def test_the_default_recipe_names_every_option_it_changes() -> None:
    """The recipe that comes along loads, and its printed text is what is loaded."""
    assert "default" in names()
    assert load().pages[0] in text()


def test_the_default_recipe_fits() -> None:
    """Its stages get what they need, and their options: nobody checks it when a command starts."""
    recipe = load()
    recipe.pipeline().check()
    assert len(recipe.formats) == len(recipe.writers(recipe.formats))


def test_a_run_is_begun_without_its_stages() -> None:
    """The process that hands out pages loads neither stages nor NumPy, and so starts at once."""
    program = """
import sys, digitize.cli.run, digitize.recipe
digitize.recipe.load()
print(sorted({"numpy", "cv2", "digitize.image.lines", "digitize.clean.clean"} & {*sys.modules}))
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert "[]" == done.stdout.decode().strip()


def test_a_setting_overrides_the_recipe() -> None:
    """--set changes one option and leaves the rest."""
    assert load(sets=("read.engine=tesseract",)).options["read"]["engine"] == "tesseract"


def test_a_setting_with_nothing_after_the_equals_sign_empties_a_list() -> None:
    """So every rule of clean-up is switched off."""
    stages = [load(sets=(f"clean.rules={empty}",)).pipeline().document for empty in ("", "[]")]
    assert stages[0] == stages[1] != load().pipeline().document


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        ("read.engin=x", "no option"),
        ("reed.engine=x", "nothing is called"),
        ("read", "is not STAGE.OPTION=VALUE"),
        ("deskew.max_angle=wide", "max_angle"),
    ],
)
def test_what_cannot_be_set_is_told(setting: str, said: str) -> None:
    """An unknown stage, an unknown option and a wrong type are usage errors that name it."""
    with pytest.raises(RecipeError, match=said):
        load(sets=(setting,))


def test_a_stage_without_what_it_needs_is_refused(tmp_path: Path) -> None:
    """A recipe whose chain has a hole is refused before the first page."""
    path = tmp_path / "recipe.toml"
    path.write_text('pages = ["roles"]\n', "utf-8")
    with pytest.raises(RecipeError, match="nothing before it gives that"):
        load(path)


def test_the_digest_follows_the_recipe() -> None:
    """The same recipe has the same digest, another has another."""
    assert load().digest == load().digest
    assert load().digest != load(sets=("read.engine=tesseract",)).digest


def test_a_version_may_be_written_as_a_number() -> None:
    """--set alto.version=3.1 names the version, as do quotes; one that is not there is refused."""
    for setting in ("alto.version=3.1", 'alto.version="3.1"'):
        assert "3.1" == load(sets=(setting,)).writers(("alto",))[0].version  # type: ignore[attr-defined]
    with pytest.raises(RecipeError, match="version"):
        load(sets=("alto.version=9.9",))


def test_a_format_has_a_table_of_its_own() -> None:
    """An option of a format is set like one of a stage, and only where it is."""
    recipe = load(sets=("mets.profile=dfg",))
    assert ["dfg", "enmap"] == [
        made.writers(("mets",))[0].profile  # type: ignore[attr-defined]
        for made in (recipe, load())
    ]
