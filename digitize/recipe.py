"""recipe.toml and --set, read with checks, into the stages that will run."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field, fields, is_dataclass, replace
from importlib.resources import files
from pathlib import Path
from typing import Any, get_type_hints

import msgspec

from digitize import registry
from digitize.errors import RecipeError
from digitize.formats.format import Format
from digitize.pipeline import Pipeline
from digitize.stage import DocumentStage, PageStage

_LISTS = ("pages", "document", "formats")


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """Which stages run, in which order, with which options, and which formats are written."""

    pages: tuple[str, ...] = ()
    document: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    options: dict[str, dict[str, Any]] = field(default_factory=dict)

    @property
    def digest(self) -> str:
        """Return the sha256 of everything the recipe says, as hex."""
        return hashlib.sha256(msgspec.json.encode(self, order="sorted")).hexdigest()

    def pipeline(self) -> Pipeline:
        """Return the stages, made and checked; raises RecipeError when something does not fit."""
        pages: tuple[PageStage, ...] = tuple(map(self._stage, self.pages))
        document: tuple[DocumentStage, ...] = tuple(map(self._stage, self.document))
        return Pipeline(pages=pages, document=document)

    def writers(self, names: Iterable[str]) -> tuple[Format, ...]:
        """Return the formats of those names, with the options the recipe gives them."""
        return tuple(
            build(registry.find("formats", name), self.options.get(name, {}), name)
            for name in names
        )

    def _stage(self, name: str) -> Any:
        return build(registry.find("stages", name), self.options.get(name, {}), name)


def names() -> tuple[str, ...]:
    """Return the names of the recipes that come with digitize."""
    folder = files("digitize.recipes")
    return tuple(sorted(item.name[:-5] for item in folder.iterdir() if item.name[-5:] == ".toml"))


def text(name: str = "default") -> str:
    """Return a recipe that comes with digitize, as commented TOML."""
    if name not in names():
        raise RecipeError(f"no recipe is called {name!r}", hint=f"known: {', '.join(names())}")
    return (files("digitize.recipes") / f"{name}.toml").read_text("utf-8")


def load(path: Path | None = None, sets: tuple[str, ...] = ()) -> Recipe:
    """Return the default recipe, overlaid with the file `path` and the `sets` ("read.engine=x").

    Raises RecipeError naming the file and the key that cannot be.
    """
    default = _merged(Recipe(), _parse(text(), "the default recipe"))
    recipe = default
    if path is not None:
        recipe = _overlay(recipe, _parse(_read(path), str(path)), str(path))
    for item in sets:
        recipe = _overlay(recipe, _setting(item), f"--set {item}")
    if recipe != default:  # whose stages fit, and take half a second to load
        recipe.pipeline().check()
        for name in recipe.formats:
            registry.find("formats", name)
    return recipe


def _read(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise RecipeError(f"{path} cannot be read: {error}", hint="give a TOML file") from error


def _parse(source: str, where: str) -> dict[str, Any]:
    try:
        return tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        raise RecipeError(f"{where}: {error}", hint="see digitize recipe") from error


def _setting(item: str) -> dict[str, Any]:
    key, equals, value = item.partition("=")
    stage, dot, option = key.partition(".")
    if not equals or not (option or key in _LISTS):
        raise RecipeError(
            f"--set {item} is not STAGE.OPTION=VALUE", hint="as in read.engine=rapidocr"
        )
    try:
        parsed = tomllib.loads(f"value = {value}")["value"]
    except tomllib.TOMLDecodeError:
        parsed = value.split(",") if "," in value else value
    if dot:
        return {stage: {option: parsed}}
    return {key: parsed if isinstance(parsed, list) else [parsed]}


def _overlay(recipe: Recipe, table: dict[str, Any], where: str) -> Recipe:
    """Return `recipe` with what `table` says on top, once every option of it is checked."""
    for key, value in table.items():
        if key in _LISTS:
            continue
        kind = _owner(key)
        if kind is None or not isinstance(value, dict):
            known = ", ".join([*_LISTS, *registry.table("stages"), *registry.table("formats")])
            raise RecipeError(f"{where}: nothing is called {key!r}", hint=f"known: {known}")
        build(registry.find(kind, key), value, key)
    return _merged(recipe, table)


def _merged(recipe: Recipe, table: dict[str, Any]) -> Recipe:
    """Return `recipe` with what `table` says on top; its tables are merged key by key."""
    lists = {key: tuple(value) for key, value in table.items() if key in _LISTS}
    options = {
        key: recipe.options.get(key, {}) | value
        for key, value in (recipe.options | table).items()
        if key not in _LISTS
    }
    return replace(recipe, options=options, **lists)


def _owner(key: str) -> registry.Kind | None:
    """Return whose table `key` is: a stage's or a format's; None when nothing is called so."""
    if key in registry.table("stages"):
        return "stages"
    return "formats" if key in registry.table("formats") else None


def build(kind: type[Any], options: dict[str, Any], name: str) -> Any:
    """Return `kind(**options)` with every option checked against its field.

    Raises RecipeError naming the option that is unknown or of the wrong type.
    """
    known = [item.name for item in fields(kind)] if is_dataclass(kind) else []
    hints = get_type_hints(kind)
    values: dict[str, Any] = {}
    for key, value in options.items():
        if key not in known:
            said = ", ".join(known) or "it has none"
            raise RecipeError(f"[{name}] has no option {key!r}", hint=f"known: {said}")
        several = isinstance(value, str) and "tuple" in str(hints[key])
        wanted = ([value] if value else []) if several else value
        try:
            values[key] = _converted(wanted, hints[key])
        except msgspec.ValidationError as error:
            raise RecipeError(
                f"[{name}] {key}: {error}", hint="see digitize list stages"
            ) from error
    return kind(**values)


def _converted(value: Any, kind: Any) -> Any:
    """Return `value` as `kind`; a number where a text is wanted is a version: 3.1 is "3.1"."""
    try:
        return msgspec.convert(value, kind)
    except msgspec.ValidationError:
        if not isinstance(value, int | float) or isinstance(value, bool):
            raise
        return msgspec.convert(str(value), kind)
