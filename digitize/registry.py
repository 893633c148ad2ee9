"""Name → class, for engines, formats, stages and rules; nothing is loaded until it is asked for.

A built-in is one line here. A stranger's plugin is one line in its own pyproject.toml, under the
entry-point group "digitize.engines", ".formats", ".stages" or ".rules"; it cannot take the name
of a built-in.
"""

from __future__ import annotations

import difflib
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from types import MappingProxyType
from typing import Any, Literal

from digitize.errors import RecipeError
from digitize.ocr.engines import BUILT_IN as ENGINES

Kind = Literal["engines", "formats", "stages", "rules"]

BUILT_IN: MappingProxyType[Kind, MappingProxyType[str, str]] = MappingProxyType(
    {
        "engines": ENGINES,
        "formats": MappingProxyType(
            {
                "document": "digitize.formats.document:DocumentJson",
                "jsonl": "digitize.formats.jsonl:Jsonl",
                "markdown": "digitize.formats.markdown:Markdown",
                "text": "digitize.formats.plain:Plain",
                "alto": "digitize.formats.alto:Alto",
                "page": "digitize.formats.page:PageXml",
                "hocr": "digitize.formats.hocr:Hocr",
                "mets": "digitize.formats.mets:Mets",
                "mods": "digitize.formats.mods:Mods",
                "tei": "digitize.formats.tei:Tei",
                "pdf": "digitize.formats.pdf:Pdf",
                "csv": "digitize.formats.csv:Csv",
                "parquet": "digitize.formats.parquet:Parquet",
                "iiif": "digitize.formats.iiif:Iiif",
                "impresso": "digitize.formats.impresso:Impresso",
                "annotations": "digitize.formats.annotations:Annotations",
                "newsarticle": "digitize.formats.newsarticle:NewsArticle",
                "dublincore": "digitize.formats.dublincore:DublinCore",
                "docling": "digitize.formats.docling:Docling",
                "solr": "digitize.formats.solr:Solr",
                "opensearch": "digitize.formats.opensearch:OpenSearch",
                "bag": "digitize.formats.bag:Bag",
                "ndnp": "digitize.formats.ndnp:Ndnp",
            }
        ),
        "stages": MappingProxyType(
            {
                "crop": "digitize.image.crop:Crop",
                "treat": "digitize.ocr.treat:Treat",
                "deskew": "digitize.image.deskew:Deskew",
                "orient": "digitize.ocr.orient:Orient",
                "separators": "digitize.image.separators:Separators",
                "pictures": "digitize.image.pictures:Pictures",
                "lines": "digitize.image.lines:Lines",
                "read": "digitize.ocr.read:Read",
                "weight": "digitize.image.weight:Weight",
                "dashes": "digitize.image.dashes:Dashes",
                "columns": "digitize.layout.columns:Columns",
                "direction": "digitize.ocr.direction:Direction",
                "regions": "digitize.layout.regions:Regions",
                "order": "digitize.layout.order:Order",
                "roles": "digitize.layout.roles:Roles",
                "paragraphs": "digitize.layout.paragraphs:Paragraphs",
                "stories": "digitize.layout.stories:Stories",
                "articles": "digitize.layout.articles:Articles",
                "masthead": "digitize.metadata.masthead:Masthead",
                "languages": "digitize.ocr.languages:Languages",
                "clean": "digitize.clean.clean:Clean",
                "mock": "digitize.batch.mock:Mock",
            }
        ),
        "rules": MappingProxyType(
            {
                "escapes": "digitize.clean.escapes:Escapes",
                "characters": "digitize.clean.characters:Characters",
                "noise": "digitize.clean.noise:Noise",
                "hyphens": "digitize.clean.hyphens:Hyphens",
                "breaks": "digitize.clean.breaks:Breaks",
                "spaces": "digitize.clean.spaces:Spaces",
                "confusions": "digitize.clean.confusions:Confusions",
            }
        ),
    }
)


@cache
def table(kind: Kind) -> MappingProxyType[str, str]:
    """Return every known name of a kind and where its class lives, built-ins first.

    Raises RecipeError when a plugin takes a name that is taken.
    """
    known = dict(BUILT_IN[kind])
    for point in entry_points(group=f"digitize.{kind}"):
        if point.name in known:
            raise RecipeError(
                f"the plugin {point.value} takes the name {point.name!r}, which is taken",
                hint="uninstall it or ask its makers for another name",
            )
        known[point.name] = point.value
    return MappingProxyType(known)


def find(kind: Kind, name: str) -> type[Any]:
    """Return the class of that name; raises RecipeError when there is none."""
    known = table(kind)
    if name not in known:
        near = difflib.get_close_matches(name, known, n=1)
        hint = f"did you mean {near[0]}?" if near else f"known: {', '.join(known)}"
        raise RecipeError(f"no {kind[:-1]} is called {name!r}", hint=hint)
    module, _, attribute = known[name].partition(":")
    found: type[Any] = getattr(import_module(module), attribute)
    return found
